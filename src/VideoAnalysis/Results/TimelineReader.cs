using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>Counts detections by the time at which they are seen, from the indexes of the chunks alone.</summary>
public sealed class TimelineReader(ResultReader reader)
{
    /// <summary>Counts the detections of a video that was found a moment ago.</summary>
    /// <param name="video">The video.</param>
    /// <param name="query">Which detections count; its limit does not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when the video has been removed in the meantime.</returns>
    /// <exception cref="StalePositionException">The result was replaced while it was read.</exception>
    public Task<Timeline?> ReadAsync(VideoOverview video, TimelineQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Interval, TimelineQuery.LeastInterval);
        return reader.ReadCurrentAsync<Timeline>(
            video,
            query,
            async (current, job) =>
            {
                var counter = new TimelineCounter(query);
                if (job is { Status: JobStatus.Succeeded })
                {
                    await foreach (var head in reader.ReadHeadsAsync(job, query, cancellationToken))
                    {
                        counter.Add(ChunkIndex.Read(head));
                    }
                }

                return new(current, query.Analysis, query.Interval, counter.Count());
            },
            cancellationToken);
    }
}
