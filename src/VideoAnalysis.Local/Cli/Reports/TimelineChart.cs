using VideoAnalysis.Local.Cli.Answers;

namespace VideoAnalysis.Local.Cli.Reports;

/// <summary>How many detections there are when, for people.</summary>
/// <param name="timeline">The API's answer.</param>
internal sealed class TimelineChart(TimelineAnswer timeline)
{
    private static readonly char[] Heights = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

    /// <summary>
    /// The stretches in which there was always something, in order. One interval without a detection does not end a
    /// stretch, and two do.
    /// </summary>
    public IReadOnlyList<Stretch> Stretches
    {
        get
        {
            var stretches = new List<Stretch>();
            foreach (var interval in timeline.Intervals)
            {
                if (stretches is [.., var last] && interval.From - last.To <= 2 * timeline.Interval)
                {
                    stretches[^1] = last with { To = interval.From, MostAtOnce = Math.Max(last.MostAtOnce, interval.MostAtOnce) };
                }
                else
                {
                    stretches.Add(new(interval.From, interval.From, interval.MostAtOnce));
                }
            }

            return stretches;
        }
    }

    /// <summary>The chart as one line: a dot where nothing is seen, and a bar the higher the more there is at once.</summary>
    /// <param name="duration">The length of the video, in milliseconds.</param>
    /// <param name="columns">How many characters wide it is drawn.</param>
    public string Draw(long duration, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var counts = new long[columns];
        foreach (var interval in timeline.Intervals)
        {
            var column = (int)Math.Clamp(interval.From * columns / Math.Max(1, duration), 0, columns - 1);
            counts[column] = Math.Max(counts[column], interval.MostAtOnce);
        }

        var most = Math.Max(1, counts.Max());
        return string.Concat(counts.Select(count => count == 0 ? '·' : Heights[((count * Heights.Length) - 1) / most]));
    }
}
