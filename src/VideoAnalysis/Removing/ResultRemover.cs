using Microsoft.Extensions.Logging;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Removing;

/// <summary>
/// Removes a video's results, whatever their state. What is still under way for the video ends in nothing; the
/// video itself stays in its bucket, and uploading it again analyses it again.
/// </summary>
public sealed class ResultRemover(
    IResultStore store, JobOptions options, TimeProvider time, ILogger<ResultRemover> logger)
{
    /// <summary>Removes the results of a key.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> RemoveAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var found = false;
        foreach (var job in await store.FindJobsAsync(key, cancellationToken))
        {
            found |= await RemoveAsync(key, job.Analysis, cancellationToken);
        }

        return found;
    }

    private async Task<bool> RemoveAsync(string key, string analysis, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (await store.FindJobAsync(key, analysis, cancellationToken))
            {
                case null:
                    return false;

                case { Status: JobStatus.Deleted } removed:
                    // An earlier call may have died before it swept.
                    await store.DeleteGarbageAsync(removed, cancellationToken);
                    return false;

                case var job when await store.TrySaveJobAsync(job.Deleted(time.GetUtcNow(), options), cancellationToken) is { } tombstone:
                    await store.DeleteGarbageAsync(tombstone, cancellationToken);
                    logger.ResultsRemoved(job.Upload.Video, analysis, job.JobId);
                    return true;
            }
        }
    }
}
