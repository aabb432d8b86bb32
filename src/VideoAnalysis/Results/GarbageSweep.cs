using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>Removes the chunks that are of no use any more.</summary>
/// <remarks>
/// A finished job keeps the note of its <see cref="AnalysisJob.Garbage"/> until no collector of an earlier job can be
/// alive any more (<see cref="JobOptions.CollectWithin"/>): one that is killed right after it wrote a chunk, and whose
/// message does not come again, would leave that chunk behind for good. Nor is it then taken away from a reader.
/// </remarks>
internal static class GarbageSweep
{
    /// <summary>Removes the chunks, and keeps the note.</summary>
    public static async Task DeleteGarbageAsync(
        this IResultStore store, AnalysisJob job, CancellationToken cancellationToken)
    {
        foreach (var token in job.Garbage)
        {
            await store.DeleteChunksAsync(job.Upload.Video.Key, new(job.Analysis, token), cancellationToken);
        }
    }

    /// <summary>
    /// Removes the chunks for the last time, then the note. When somebody writes the job in between, the note stays,
    /// and the next sweep finds nothing left to remove. Results that were being built and were given up are garbage for
    /// the next sweep.
    /// </summary>
    public static async Task SweepAsync(this IResultStore store, AnalysisJob job, CancellationToken cancellationToken)
    {
        await store.DeleteGarbageAsync(job, cancellationToken);
        await store.TrySaveJobAsync(
            job.Rebuilding is { } abandoned
                ? job with { Garbage = [abandoned], Rebuilding = null }
                : job with { Garbage = [], DueAt = null },
            cancellationToken);
    }
}
