using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
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
    Announcer announcer,
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

        using var activity = JobActivities.Start("collect", completion.Tag, completion.Video);
        CollectOutcome? outcome;
        do
        {
            outcome = await TryCollectAsync(completion, analysis, handOverAt, cancellationToken);
        }
        while (outcome is null); // Somebody else wrote the job in between: look again.

        activity.EndsWith(outcome.Value);
        logger.CompletionHandled(completion.Video, analysis.Name, completion.JobId, outcome.Value);
        await EndAtCutsAsync(completion, outcome.Value, handOverAt, cancellationToken);
        return outcome.Value;
    }

    /// <summary>
    /// Ends the appearances of a video at its cuts, where one analysis of it has found cuts and appearances of another
    /// do not end there yet.
    /// </summary>
    /// <param name="key">The object key.</param>
    /// <param name="cancellationToken">Stops; doing it again does it all again.</param>
    /// <returns>Whether anything was changed.</returns>
    public Task<bool> EndAtCutsAsync(string key, CancellationToken cancellationToken)
    {
        var services = Services();
        return services.AwaitsCuts
            ? new CutRebuilder(services).RunAsync(key, cancellationToken)
            : Task.FromResult(false);
    }

    // When the time is up, the next delivery finds the job finished, and goes on here.
    private async Task EndAtCutsAsync(
        Completion completion, CollectOutcome outcome, DateTimeOffset handOverAt, CancellationToken cancellationToken)
    {
        if (outcome == CollectOutcome.Collected && Services().AwaitsCuts && time.GetUtcNow() >= handOverAt)
        {
            await continuation.ContinueAsync(completion, cancellationToken);
        }
        else if (outcome is CollectOutcome.Collected or CollectOutcome.AlreadyFinished)
        {
            await EndAtCutsAsync(completion.Video.Key, cancellationToken);
        }
    }

    private CollectionServices Services() =>
        new(store, source, continuation, announcer, options, metrics, time, evidence, analyses, logger);

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
            await announcer.TryAnnounceAsync(job, cancellationToken);
            return CollectOutcome.AlreadyFinished;
        }

        if (job.JobId is { } own && own != completion.JobId)
        {
            // A job has one JobId: the engine answers its token with the same one every time. What names another may be
            // a sample event, or a forged message, and is no news of this job; the engine itself knows.
            logger.OtherJobId(completion.Video, analysis.Name, own, completion.JobId);
            completion = completion with { JobId = own };
        }

        return await new Collection(Services(), analysis, job, completion, handOverAt).RunAsync(cancellationToken);
    }
}
