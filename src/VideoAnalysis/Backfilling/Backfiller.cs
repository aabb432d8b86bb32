using VideoAnalysis.Analyses;
using VideoAnalysis.Backlog;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Backfilling;

/// <summary>Puts videos that lie in the bucket already through the same backlog as those that find no room.</summary>
public sealed class Backfiller(
    IVideoCatalog catalog, IResultStore store, IBacklog backlog, AnalysisRegistry analyses, TimeProvider time)
{
    /// <summary>Look-ups and sends under way at once.</summary>
    private const int Concurrency = 16;

    /// <summary>Entries of one page come up spread over this time, not all at once.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(4);

    /// <summary>Queues the videos that the request means, page by page of the bucket.</summary>
    /// <param name="request">Which videos.</param>
    /// <param name="stopAt">When to stop, at the end of a page.</param>
    /// <param name="cancellationToken">Stops at once; asking again for the same does no harm.</param>
    public async Task<BackfillReport> RunAsync(
        BackfillRequest request, DateTimeOffset stopAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (examined, queued, after) = (0, 0, request.StartAfter);
        while (await catalog.ListAsync(request.Prefix, after, cancellationToken) is { Count: > 0 } page)
        {
            examined += page.Count;
            queued += await QueueAsync(page, request.Scope, cancellationToken);
            after = page[^1].Video.Key;
            if (time.GetUtcNow() >= stopAt)
            {
                return new() { Examined = examined, Queued = queued, ContinueAfter = after };
            }
        }

        return new() { Examined = examined, Queued = queued };
    }

    private async Task<int> QueueAsync(
        IReadOnlyList<Upload> page, BackfillScope scope, CancellationToken cancellationToken)
    {
        var queued = 0;
        var most = page.Count * analyses.OnUpload.Count;
        var work = page.Where(upload => upload.Video.HasVideoExtension)
            .SelectMany(upload => analyses.OnUpload.Select(analysis => (upload, analysis)))
            .Select((pair, index) => (pair.upload, pair.analysis, Delay: Spread * index / most));
        await Parallel.ForEachAsync(
            work,
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken },
            async (item, token) =>
            {
                var job = await store.FindJobAsync(item.upload.Video.Key, item.analysis.Name, token);
                if (Choose(item.upload, job, scope) is { } upload)
                {
                    await backlog.AddAsync(new(upload, item.analysis.Name), item.Delay, token);
                    Interlocked.Increment(ref queued);
                }
            });
        return queued;
    }

    /// <summary>
    /// What to analyse; null for nothing. A video that is known already becomes the next attempt at the upload that
    /// is known, so that its order among the uploads of the key stays.
    /// </summary>
    private static Upload? Choose(Upload listed, AnalysisJob? job, BackfillScope scope) => (job, scope) switch
    {
        (null, BackfillScope.Failed) => null,
        (null, _) => listed,
        ({ IsFinished: false }, _) => null,
        (_, BackfillScope.All) => Again(listed, job),
        ({ Status: JobStatus.Failed }, BackfillScope.Failed or BackfillScope.NewAndFailed) => Again(listed, job),
        _ => null,
    };

    private static Upload Again(Upload listed, AnalysisJob job) =>
        listed.IsNewerThan(job.Upload) ? listed : job.Upload.NextAttempt();
}
