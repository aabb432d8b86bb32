using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>Removes the chunks that a finished job knows to be of no use.</summary>
internal static class GarbageSweep
{
    /// <summary>
    /// Removes the chunks of the job's <see cref="AnalysisJob.Garbage"/>, then the note of them. When somebody
    /// writes the job in between, the note stays, and the next sweep finds nothing left to remove.
    /// </summary>
    public static async Task SweepAsync(this IResultStore store, AnalysisJob job, CancellationToken cancellationToken)
    {
        if (job.Garbage.Count == 0)
        {
            return;
        }

        foreach (var token in job.Garbage)
        {
            await store.DeleteChunksAsync(job.Upload.Video.Key, new(job.Analysis, token), cancellationToken);
        }

        await store.TrySaveJobAsync(job with { Garbage = [], DueAt = null }, cancellationToken);
    }
}
