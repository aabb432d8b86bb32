namespace VideoAnalysis.Results;

/// <summary>Counts detections by the time at which they were seen, so that nobody has to fetch them all for that.</summary>
public sealed class TimelineReader(ResultReader reader)
{
    /// <summary>The shortest interval, in milliseconds: that of Rekognition's samples.</summary>
    public const long LeastInterval = 500;

    /// <summary>The longest interval, in milliseconds: a day, and no video that Rekognition takes is as long.</summary>
    public const long MostInterval = 24 * 60 * 60 * 1000;

    /// <summary>Counts the detections of a video that was found a moment ago.</summary>
    /// <param name="video">The video.</param>
    /// <param name="query">Which detections count; its limit and position do not.</param>
    /// <param name="interval">The length of an interval, in milliseconds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when the video has been removed in the meantime.</returns>
    /// <exception cref="StalePositionException">The result was replaced while it was read.</exception>
    public async Task<Timeline?> ReadAsync(
        VideoOverview video, DetectionQuery query, long interval, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, LeastInterval);
        var intervals = new List<TimelineInterval>();
        var (timestamp, atOnce) = (-1L, 0L);
        var page = query with { Limit = DetectionQuery.MaxLimit, Position = null };
        while (await reader.ReadAsync(video, page, cancellationToken) is { } result)
        {
            foreach (var detection in result.Detections)
            {
                atOnce = detection.Timestamp == timestamp ? atOnce + 1 : 1;
                timestamp = detection.Timestamp;
                Add(intervals, timestamp / interval * interval, atOnce);
            }

            if (result.Next is null)
            {
                return new(result with { Detections = [] }, interval, intervals);
            }

            page = page with { Position = result.Next };
        }

        return null;
    }

    private static void Add(List<TimelineInterval> intervals, long from, long atOnce)
    {
        if (intervals.Count == 0 || intervals[^1].From != from)
        {
            intervals.Add(new(from, 1, atOnce));
            return;
        }

        var last = intervals[^1];
        intervals[^1] = last with { Detections = last.Detections + 1, MostAtOnce = Math.Max(last.MostAtOnce, atOnce) };
    }
}
