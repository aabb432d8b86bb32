namespace VideoAnalysis.Results;

/// <summary>Counts detections by the time at which they are seen, from the indexes of the chunks alone.</summary>
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
    public Task<Timeline?> ReadAsync(
        VideoOverview video, DetectionQuery query, long interval, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, LeastInterval);
        var wanted = query with { Position = null };
        return reader.ReadCurrentAsync<Timeline>(
            video,
            query.Analysis,
            async (current, job) =>
            {
                var counter = new TimelineCounter(interval, query.From, query.To);
                if (job is { Status: Jobs.JobStatus.Succeeded })
                {
                    await foreach (var head in reader.ReadHeadsAsync(job, wanted, cancellationToken))
                    {
                        counter.Add(ChunkIndex.Read(head), wanted);
                    }
                }

                return new(new(current, query.Analysis, [], null), interval, counter.Count());
            },
            cancellationToken);
    }
}
