using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Engine;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Collecting;

/// <summary>
/// Reads a finished job's results to the last page and stores them. The detections are written under the job's own
/// token first; only then does the job turn SUCCEEDED, so that nobody reads half a result. Whatever dies on the
/// way, the same call again ends with the same items.
/// </summary>
public sealed class ResultCollector(
    IResultStore store,
    IAnalysisSource source,
    IContinuation continuation,
    AnalysisRegistry analyses,
    JobOptions options,
    AnalysisMetrics metrics,
    TimeProvider time,
    ILogger<ResultCollector> logger,
    IAppearanceEvidence? evidence = null)
{
    /// <summary>Collects the results that a completion announces.</summary>
    /// <param name="completion">The news.</param>
    /// <param name="handOverAt">When to stop and have a continuation go on.</param>
    /// <param name="cancellationToken">Stops at once; the next delivery goes on from the checkpoint.</param>
    /// <exception cref="ArgumentException">No such analysis is registered.</exception>
    public async Task<CollectOutcome> CollectAsync(
        Completion completion, DateTimeOffset handOverAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(completion);
        var analysis = analyses.Find(completion.Tag.Analysis)
            ?? throw new ArgumentException($"There is no analysis \"{completion.Tag.Analysis}\".", nameof(completion));

        CollectOutcome? outcome;
        do
        {
            outcome = await TryCollectAsync(completion, analysis, handOverAt, cancellationToken);
        }
        while (outcome is null); // Somebody else wrote the job in between: look again.

        logger.CompletionHandled(completion.Video, analysis.Name, completion.JobId, outcome.Value);
        return outcome.Value;
    }

    private async Task<CollectOutcome?> TryCollectAsync(
        Completion completion, Analysis analysis, DateTimeOffset handOverAt, CancellationToken cancellationToken)
    {
        var job = await store.FindJobAsync(completion.Video.Key, analysis.Name, cancellationToken);
        if (job is null || job.Token != completion.Tag.Token || job.Status == JobStatus.Deleted)
        {
            // An earlier delivery may have stored some of it before it was superseded.
            await store.DeleteChunksAsync(completion.Video.Key, completion.Tag, cancellationToken);
            return CollectOutcome.Superseded;
        }

        if (job.IsFinished)
        {
            return CollectOutcome.AlreadyFinished;
        }

        if (job.JobId is { } own && own != completion.JobId)
        {
            // A job has one JobId: the engine answers its token with the same one every time. What names another may be a
            // sample event, or a forged message, and is no news of this job; the engine itself knows.
            logger.OtherJobId(completion.Video, analysis.Name, own, completion.JobId);
            completion = completion with { JobId = own };
        }

        var services = new CollectionServices(store, source, continuation, options, metrics, time, evidence, logger);
        return await new Collection(services, analysis, job, completion, handOverAt).RunAsync(cancellationToken);
    }
}
