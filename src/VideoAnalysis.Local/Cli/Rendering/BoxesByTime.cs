namespace VideoAnalysis.Local.Cli.Rendering;

/// <summary>Finds the boxes of a time: in order, a video needs each only while it may be seen.</summary>
/// <param name="followed">The boxes.</param>
internal sealed class BoxesByTime(IEnumerable<FollowedBox> followed)
{
    private readonly Queue<FollowedBox> _later = new(followed.OrderBy(box => box.Start));
    private readonly List<FollowedBox> _now = [];

    /// <summary>What may be seen at some time within a span. Spans come in the order of time.</summary>
    /// <param name="from">The span's start, in milliseconds.</param>
    /// <param name="to">Its end.</param>
    public IReadOnlyList<FollowedBox> Between(double from, double to)
    {
        while (_later.TryPeek(out var next) && next.Start <= to)
        {
            _now.Add(_later.Dequeue());
        }

        _now.RemoveAll(box => box.End < from);
        return _now;
    }
}
