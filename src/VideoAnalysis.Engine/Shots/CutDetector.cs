using VideoAnalysis.Engine.Decoding;

namespace VideoAnalysis.Engine.Shots;

/// <summary>
/// Finds where one shot ends and another begins: hard cuts, and fades through black or another single colour. A cut is
/// a sudden change that stays; a flash is one that goes back. Needs to see some frames more before it is certain.
/// </summary>
internal sealed class CutDetector
{
    // Frames on either side that are looked at. A flash is over by then.
    private const int Reach = 7;

    // How far to either side a picture is looked for again, after a pause of one colour that may have been a flash.
    private const int FadeReach = 14;

    // So many frames of one colour are a pause between shots, whatever comes after them.
    private const int LongPause = 6;

    // Fewer frames of one colour than that are a flash, unless they are black.
    private const int ShortestPause = 4;

    // Cuts come at least so many frames apart.
    private const int ShortestShot = 5;

    // Least change of the blocks from one frame to the next, and how much of it has to stay.
    private const double LeastStep = 9;
    private const double LeastLasting = 9;

    // The change is so many times what changes around it, as movement changes every frame about as much.
    private const double LeastPeak = 2.5;

    // The least part of the picture that has new colours: what moves takes its colours along.
    private const double LeastNewColors = 0.12;

    // A picture comes back when it is nearer than this, in parts of the step.
    private const double Return = 0.6;

    // The frames around the one to decide about next, which is at _decided.
    private readonly List<FrameView> _frames = [];
    private int _decided;
    private long _lastCut = -ShortestShot;

    // The pause that the frame to decide about is in, or has just left.
    private int _pauseLength;
    private FrameView? _beforePause;

    /// <summary>Looks at the next frame.</summary>
    /// <returns>The cuts that are certain now, in order: the first frame of the shot after each.</returns>
    public IReadOnlyList<Cut> Add(SmallPicture picture)
    {
        _frames.Add(new FrameView(picture));
        return Decide(_frames.Count - 1 - FadeReach);
    }

    /// <summary>Ends the video.</summary>
    /// <returns>The last cuts.</returns>
    public IReadOnlyList<Cut> Finish() => Decide(_frames.Count - 1);

    private List<Cut> Decide(int upTo)
    {
        var cuts = new List<Cut>();
        for (; _decided <= upTo; _decided++)
        {
            var frame = _frames[_decided];
            if (IsPause(frame))
            {
                // A video that begins with one colour has no shot before it.
                _beforePause ??=
                    frame.Frame > 0 && _pauseLength == 0 ? _frames[Math.Max(0, _decided - FadeReach)] : null;
                _pauseLength++;
            }

            if (Math.Max(HardCut(_decided), EndOfFade(frame)) is >= 1 and var clearness
                && frame.Frame - _lastCut >= ShortestShot)
            {
                _lastCut = frame.Frame;
                cuts.Add(new Cut(frame.Timestamp, frame.Frame, (float)(100 - (50 / (clearness * clearness)))));
            }

            if (!IsPause(frame))
            {
                (_pauseLength, _beforePause) = (0, null);
            }
        }

        var old = Math.Max(0, _decided - FadeReach);
        _frames.RemoveRange(0, old);
        _decided -= old;
        return cuts;
    }

    // How many times each of the least values is reached, of that which is reached least: 1 or more is a cut.
    private double HardCut(int at)
    {
        if (at == 0)
        {
            return 0;
        }

        var step = _frames[at - 1].DistanceTo(_frames[at]);
        return step < LeastStep || ComesBack(at, step)
            ? 0
            : Math.Min(step / LeastStep, Math.Min(Peak(at, step), Lasting(at)));
    }

    private double Step(int at) => at > 0 && at < _frames.Count ? _frames[at - 1].DistanceTo(_frames[at]) : 0;

    private double Peak(int at, double step)
    {
        double[] around = [Step(at - 3), Step(at - 2), Step(at - 1), Step(at + 1), Step(at + 2), Step(at + 3)];
        return step >= around.Max() ? step / Math.Max(double.Epsilon, LeastPeak * around.Average()) : 0;
    }

    private bool ComesBack(int at, double step)
    {
        var (before, after) = (_frames[at - 1], _frames[at]);
        for (var i = 1; i <= Reach; i++)
        {
            if ((at + i < _frames.Count && before.DistanceTo(_frames[at + i]) < Return * step)
                || (at - 1 - i >= 0 && after.DistanceTo(_frames[at - 1 - i]) < Return * step))
            {
                return true;
            }
        }

        return false;
    }

    private double Lasting(int at)
    {
        var (before, after) = (_frames[Math.Max(0, at - 3)], _frames[Math.Min(_frames.Count - 1, at + 3)]);
        var change = Math.Min(
            before.DistanceTo(after), Math.Min(_frames[at - 1].DistanceTo(after), before.DistanceTo(_frames[at])));
        var colors = Math.Min(before.ColorDistanceTo(after), _frames[at - 1].ColorDistanceTo(_frames[at]));
        return Math.Min(change / LeastLasting, colors / LeastNewColors);
    }

    // At the first frame of which something is seen again, after frames of one colour that were no flash: as with hard
    // cuts.
    private double EndOfFade(FrameView frame)
    {
        if (IsPause(frame) || _beforePause is not { } before
            || (_pauseLength < ShortestPause && !_frames[_decided - 1].IsBlack))
        {
            return 0;
        }

        var after = _frames[Math.Min(_frames.Count - 1, _decided + FadeReach)];
        return Math.Max(
            _pauseLength / (double)LongPause,
            Math.Min(before.DistanceTo(after) / LeastLasting, before.ColorDistanceTo(after) / LeastNewColors));
    }

    private static bool IsPause(FrameView frame) => frame.IsBlack || frame.IsFlat;
}
