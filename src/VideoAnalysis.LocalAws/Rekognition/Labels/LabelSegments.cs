using System.Text.Json;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Labels;

/// <summary>
/// Joins labels to segments (<c>AggregateBy=SEGMENTS</c>): one label that is seen at sampled frame after sampled frame
/// is one segment, as sure as at its surest, without instances. The service does not say how long a label may be unseen
/// within a segment; here one sampled frame may lack it.
/// </summary>
internal static class LabelSegments
{
    /// <summary>Milliseconds between two frames with a label that are of one segment.</summary>
    private const long MaxGap = 2 * Sampling.Interval;

    /// <summary>Joins labels.</summary>
    /// <param name="items">Items of timestamps as JSON, in the order of their timestamps.</param>
    /// <param name="duration">The length of the video in milliseconds; no segment ends later.</param>
    /// <param name="byName">
    /// Whether they are sorted by name, and then by confidence; by their beginnings otherwise.
    /// </param>
    /// <returns>Items of segments as JSON.</returns>
    public static IReadOnlyList<string> Join(IEnumerable<string> items, long duration, bool byName)
    {
        var segments = new List<Segment>();
        var last = new Dictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var seen = JsonSerializer.Deserialize(item, LabelJson.Default.LabelItem)!;
            if (last.TryGetValue(seen.Label.Name, out var segment) && seen.Timestamp - segment.End <= MaxGap)
            {
                segment.Add(seen);
            }
            else
            {
                last[seen.Label.Name] = segment = new Segment(seen);
                segments.Add(segment);
            }
        }

        var sorted = byName
            ? segments.OrderBy(segment => segment.Label.Name, StringComparer.Ordinal)
                .ThenByDescending(segment => segment.Label.Confidence)
            : segments.OrderBy(segment => segment.Start).ThenBy(segment => segment.Label.Name, StringComparer.Ordinal);
        return [.. sorted.Select(segment => JsonSerializer.Serialize(
            segment.ToItem(Math.Max(segment.Start, Math.Min(segment.End + Sampling.Interval, duration))),
            LabelJson.Default.LabelItem))];
    }

    private sealed class Segment(LabelItem first)
    {
        public long Start { get; } = first.Timestamp;

        public long End { get; private set; } = first.Timestamp;

        public Label Label { get; private set; } = first.Label with { Instances = null };

        public void Add(LabelItem seen)
        {
            End = seen.Timestamp;
            Label = Label with { Confidence = Math.Max(Label.Confidence ?? 0, seen.Label.Confidence ?? 0) };
        }

        public LabelItem ToItem(long end) => new(Start, Label)
        {
            StartTimestampMillis = Start,
            EndTimestampMillis = end,
            DurationMillis = end - Start,
        };
    }
}
