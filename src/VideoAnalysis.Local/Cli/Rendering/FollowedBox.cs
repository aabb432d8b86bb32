using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Cli.Rendering;

/// <summary>A box that is followed through one appearance, from detection to detection.</summary>
/// <param name="times">When it was detected, in milliseconds, ascending.</param>
/// <param name="boxes">Where, in ratios of the picture.</param>
internal sealed class FollowedBox(IReadOnlyList<long> times, IReadOnlyList<BoundingBox> boxes)
{
    private long FirstTime => times[0];

    private long LastTime => times[^1];

    private BoundingBox First => boxes[0];

    private BoundingBox Last => boxes[^1];

    /// <summary>
    /// From when on it may be seen, in milliseconds: half a second, the usual step, before it was first detected.
    /// </summary>
    public long Start => times[0] - Sampling.Interval;

    /// <summary>Until when it may be seen.</summary>
    public long End => times[^1] + Sampling.Interval;

    /// <summary>
    /// The ways that subjects may have taken between appearances: where one ends, and another one of about its size
    /// begins with the next sample, both may be one subject that moved too fast to be followed.
    /// </summary>
    /// <param name="followed">All boxes of a video.</param>
    public static IEnumerable<FollowedBox> Between(IReadOnlyList<FollowedBox> followed) =>
        from before in followed
        from after in followed
        where after.FirstTime > before.LastTime && after.FirstTime <= before.End
        where IsAboutAsLarge(before.Last, after.First)
        select new FollowedBox([before.LastTime, after.FirstTime], [before.Last, after.First]);

    /// <summary>
    /// Where it may be at some time within a span: between two detections anywhere in the smallest box around both,
    /// before the first one and after the last one on the way that it had there, as fast as it was.
    /// </summary>
    /// <param name="from">The span's start, in milliseconds.</param>
    /// <param name="to">Its end.</param>
    public IEnumerable<BoundingBox> Within(double from, double to)
    {
        if (Start <= to && times[0] >= from)
        {
            yield return Around(boxes[0], Beyond(0, 1));
        }

        for (var i = 0; i + 1 < times.Count; i++)
        {
            if (times[i] <= to && times[i + 1] >= from)
            {
                yield return Around(boxes[i], boxes[i + 1]);
            }
        }

        if (times[^1] <= to && End >= from)
        {
            yield return Around(boxes[^1], Beyond(times.Count - 1, times.Count - 2));
        }
    }

    // Where it is a step further on the way from its neighbour.
    private BoundingBox Beyond(int last, int neighbour)
    {
        if (neighbour < 0 || neighbour >= times.Count)
        {
            return boxes[last];
        }

        var (box, other) = (boxes[last], boxes[neighbour]);
        var steps = (float)Sampling.Interval / Math.Max(Sampling.Interval, Math.Abs(times[last] - times[neighbour]));
        return box with
        {
            Left = box.Left + (steps * (box.Left + (box.Width / 2) - other.Left - (other.Width / 2))),
            Top = box.Top + (steps * (box.Top + (box.Height / 2) - other.Top - (other.Height / 2))),
        };
    }

    /// <summary>
    /// Where it is at a time, on a straight line between two detections; null before the first and after the last.
    /// </summary>
    /// <param name="at">Milliseconds.</param>
    public BoundingBox? At(double at)
    {
        if (at < times[0] || at > End)
        {
            return null;
        }

        var i = 0;
        while (i + 1 < times.Count && times[i + 1] <= at)
        {
            i++;
        }

        if (i + 1 == times.Count)
        {
            return boxes[i];
        }

        var share = (float)((at - times[i]) / Math.Max(1, times[i + 1] - times[i]));
        var (a, b) = (boxes[i], boxes[i + 1]);
        return new(
            a.Left + (share * (b.Left - a.Left)),
            a.Top + (share * (b.Top - a.Top)),
            a.Width + (share * (b.Width - a.Width)),
            a.Height + (share * (b.Height - a.Height)));
    }

    private static bool IsAboutAsLarge(BoundingBox a, BoundingBox b) =>
        Math.Max(a.Height, b.Height) <= 2 * Math.Min(a.Height, b.Height);

    private static BoundingBox Around(BoundingBox a, BoundingBox b)
    {
        var (left, top) = (Math.Min(a.Left, b.Left), Math.Min(a.Top, b.Top));
        return new(
            left,
            top,
            Math.Max(a.Left + a.Width, b.Left + b.Width) - left,
            Math.Max(a.Top + a.Height, b.Top + b.Height) - top);
    }
}
