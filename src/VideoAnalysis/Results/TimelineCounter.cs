namespace VideoAnalysis.Results;

/// <summary>Counts detections in intervals.</summary>
/// <param name="wanted">Which detections count, in which intervals.</param>
internal sealed class TimelineCounter(TimelineQuery wanted)
{
    /// <summary>
    /// A span counts for so long at most, in milliseconds: it counts in every interval, and an end that is wrong must
    /// not make intervals without end. No video that Rekognition takes is as long.
    /// </summary>
    private const long LongestSpan = TimelineQuery.MostInterval;

    private readonly List<long> _starts = [];
    private readonly List<long> _ends = [];

    /// <summary>Adds those detections of a chunk that are wanted.</summary>
    public void Add(ChunkIndex index)
    {
        for (var i = 0; i < index.Count; i++)
        {
            if (index.Matches(wanted, i))
            {
                var start = Math.Max(index.Timestamps[i], wanted.From);
                _starts.Add(start);
                _ends.Add(Math.Min(Math.Min(index.Ends[i], wanted.To), start + LongestSpan));
            }
        }
    }

    /// <summary>The intervals in which something is seen, in the order of time.</summary>
    public IReadOnlyList<TimelineInterval> Count()
    {
        _starts.Sort();
        _ends.Sort();
        var interval = wanted.Interval;
        var intervals = new List<TimelineInterval>();
        var (started, ended, first) = (0, 0, 0L);
        while (ended < _ends.Count)
        {
            first = started > ended ? first + interval : _starts[started] / interval * interval;
            var next = first + interval;
            var (count, most) = (started - ended, started - ended);
            for (; started < _starts.Count && _starts[started] < next; count++)
            {
                ended = SkipBefore(_starts[started], ended);
                started++;
                most = Math.Max(most, started - ended);
            }

            ended = SkipBefore(next, ended);
            intervals.Add(new(first, count, most));
        }

        return intervals;
    }

    /// <summary>How many have ended before that time, of which so many are known.</summary>
    private int SkipBefore(long time, int ended)
    {
        while (ended < _ends.Count && _ends[ended] < time)
        {
            ended++;
        }

        return ended;
    }
}
