using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>Looks for faces all over a frame. Not safe for use by several threads at once.</summary>
/// <param name="networks">The models.</param>
internal sealed class FaceScanner(FaceNetworks networks) : IDisposable
{
    private readonly BlazeFace _fullRange = new(BlazeFaceKind.FullRange, networks.FullRange);
    private readonly BlazeFace _shortRange = new(BlazeFaceKind.ShortRange, networks.ShortRange);
    private readonly Resizer _resizer = new();
    private readonly List<RgbPicture> _levels = [];
    private (int Width, int Height, ScanPlan Plan)? _plan;

    /// <summary>
    /// What looks like a face, in pixels of the frame, the surest first. A face that several tiles show is named once.
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="minimumScore">0 to 1.</param>
    public IReadOnlyList<FaceCandidate> Scan(in YuvPicture frame, double minimumScore)
    {
        if (_plan?.Width != frame.Width || _plan?.Height != frame.Height)
        {
            _plan = (frame.Width, frame.Height, ScanPlan.For(frame.Width, frame.Height));
        }

        var levels = _plan.Value.Plan.Levels;
        Resize(frame, levels);
        List<FaceCandidate> found = [], ofFullRange = [];
        for (var i = 0; i < levels.Count; i++)
        {
            var finder = levels[i].Model == BlazeFaceKind.FullRange ? _fullRange : _shortRange;
            List<FaceCandidate> here = [];
            foreach (var tile in levels[i].Tiles)
            {
                finder.Find(_levels[i], tile, minimumScore, here);
            }

            var scale = levels[i].Scale;
            found.AddRange(here.Select(candidate => candidate.Enlarged(1 / scale)));
            if (finder == _fullRange)
            {
                ofFullRange = [.. found];
            }
        }

        var kept = Suppression.Of(found, candidate => candidate.Score, (a, b) => Overlaps.SameFace(a.Box, b.Box));
        return [.. kept.Select(candidate => candidate with
        {
            FullRangeScore = ofFullRange.Where(other => Overlaps.SameFace(candidate.Box, other.Box))
                .Select(other => other.Score).DefaultIfEmpty(0).Max(),
        })];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _fullRange.Dispose();
        _shortRange.Dispose();
    }

    // Each level is made from the next finer one, which is much smaller than the frame.
    private void Resize(in YuvPicture frame, IReadOnlyList<ScanLevel> levels)
    {
        while (_levels.Count < levels.Count)
        {
            _levels.Add(new RgbPicture());
        }

        var finest = levels.Count - 1;
        _resizer.Resize(frame, _levels[finest], levels[finest].Width, levels[finest].Height);
        for (var i = finest - 1; i >= 0; i--)
        {
            _resizer.Resize(_levels[i + 1], _levels[i], levels[i].Width, levels[i].Height);
        }
    }
}
