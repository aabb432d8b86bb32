using Microsoft.Extensions.Logging;
using VideoAnalysis.Announcing;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Removing;

/// <summary>
/// Removes a video's results, whatever their state. What is still under way for the video ends in nothing; the
/// video itself stays in its bucket, and uploading it again analyses it again.
/// </summary>
public sealed class ResultRemover(
    IResultStore store, Announcer announcer, JobOptions options, TimeProvider time, ILogger<ResultRemover> logger)
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
                    // An earlier call may have died before it announced or swept.
                    await announcer.TryAnnounceAsync(removed, cancellationToken);
                    await store.DeleteGarbageAsync(removed, cancellationToken);
                    return false;

                case var job when await DeleteAsync(job, cancellationToken) is { } tombstone:
                    await announcer.TryAnnounceAsync(tombstone, cancellationToken);
                    await store.DeleteGarbageAsync(tombstone, cancellationToken);
                    logger.ResultsRemoved(job.Upload.Video, analysis, job.JobId);
                    return true;
            }
        }
    }

    private async Task<AnalysisJob?> DeleteAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        await announcer.SendAsync(job, cancellationToken);
        return await store.TrySaveJobAsync(job.Deleted(time.GetUtcNow(), options), cancellationToken);
    }
}
