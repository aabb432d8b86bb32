using VideoAnalysis.Engine.Shots;

namespace VideoAnalysis.Engine.Segments;

/// <summary>
/// Makes shots of cuts. As at Rekognition, a fade belongs to no shot: the shot before it ends with its last whole
/// picture, and the shot after it begins with its first one.
/// </summary>
/// <param name="contrasts">The contrast of every frame.</param>
internal sealed class ShotList(IReadOnlyList<float> contrasts)
{
    // A picture of one colour has no more contrast than that, with some noise from compression.
    private const float Flat = 3;

    // A fade changes the contrast by more than that from frame to frame; a scene that stays hardly does.
    private const float LeastFade = 0.25f;

    // The longest half of a fade that is followed, in frames.
    private const int LongestFade = 60;

    /// <summary>The shots of a video, in order. A shot is as sure as the less sure one of its ends.</summary>
    /// <param name="cuts">The cuts, in order.</param>
    /// <param name="contrasts">The contrast of every frame.</param>
    public static IReadOnlyList<FrameRun> Of(IReadOnlyList<Cut> cuts, IReadOnlyList<float> contrasts) =>
        contrasts.Count == 0 ? [] : new ShotList(contrasts).Make(cuts);

    private List<FrameRun> Make(IReadOnlyList<Cut> cuts)
    {
        var shots = new List<FrameRun>();
        var (start, confidence) = (AfterFlat(0, cuts.Count > 0 ? (int)cuts[0].Frame : contrasts.Count), 100f);
        for (var i = 0; i < cuts.Count; i++)
        {
            var limit = i + 1 < cuts.Count ? (int)cuts[i + 1].Frame : contrasts.Count;
            var (end, next) = Transition((int)cuts[i].Frame, start, limit);
            shots.Add(new(start, end, Math.Min(confidence, cuts[i].Confidence)));
            (start, confidence) = (next, cuts[i].Confidence);
        }

        shots.Add(new(start, End(start), confidence));
        return shots;
    }

    // A video that fades out has its last shot before that.
    private int End(int start)
    {
        var dark = contrasts.Count;
        while (dark > start && contrasts[dark - 1] <= Flat)
        {
            dark--;
        }

        return dark == contrasts.Count || dark <= start ? contrasts.Count - 1 : RampStart(dark, start);
    }

    // The last frame of the shot before a cut, and the first of the shot after it.
    private (int End, int Next) Transition(int cut, int start, int limit)
    {
        var last = cut - 1;
        while (last > start && contrasts[last] > Flat && contrasts[last - 1] < contrasts[last])
        {
            last--;
        }

        if (contrasts[last] > Flat)
        {
            return (cut - 1, AfterFlat(cut, limit));
        }

        var first = last;
        while (first > start && contrasts[first - 1] <= Flat)
        {
            first--;
        }

        // One colour from the cut before on is a shot of its own.
        var next = Math.Max(cut, RampEnd(last, limit - 1));
        return first == start ? (last, next) : (RampStart(first, start), next);
    }

    // Where a shot begins that is of one colour at first, for a moment or while it fades in; all of one colour, it is a
    // shot.
    private int AfterFlat(int start, int limit)
    {
        var frame = start;
        while (frame < limit && contrasts[frame] <= Flat)
        {
            frame++;
        }

        return frame == start || frame == limit ? start : RampEnd(frame - 1, limit - 1);
    }

    private int RampStart(int flat, int least)
    {
        var frame = flat;
        while (frame > Math.Max(least, flat - LongestFade) && contrasts[frame - 1] > contrasts[frame] + LeastFade)
        {
            frame--;
        }

        return frame;
    }

    private int RampEnd(int flat, int most)
    {
        var frame = flat;
        while (frame < Math.Min(most, flat + LongestFade) && contrasts[frame + 1] > contrasts[frame] + LeastFade)
        {
            frame++;
        }

        return frame;
    }
}
