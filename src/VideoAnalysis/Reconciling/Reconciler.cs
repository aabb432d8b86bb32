using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
using VideoAnalysis.Collecting;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Starting;

namespace VideoAnalysis.Reconciling;

/// <summary>
/// Finds the jobs of which nothing was heard in time, and settles them: starts what was never started, collects
/// what finished without a message, announces what ended unheard, sweeps what was left behind.
/// </summary>
public sealed class Reconciler(
    IResultStore store,
    BacklogDrainer drainer,
    ResultCollector collector,
    AnalysisRegistry analyses,
    Announcer announcer,
    JobOptions options,
    AnalysisMetrics metrics,
    TimeProvider time,
    ILogger<Reconciler> logger)
{
    /// <summary>The most jobs that one run looks at.</summary>
    public const int MostJobs = 500;

    /// <summary>Looks after every job that is due, up to <see cref="MostJobs"/>.</summary>
    /// <param name="stopAt">When to leave the rest to the next run.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    public async Task<ReconcileReport> RunAsync(DateTimeOffset stopAt, CancellationToken cancellationToken)
    {
        var report = new ReconcileReport();
        await foreach (var job in store.FindDueJobsAsync(time.GetUtcNow(), cancellationToken))
        {
            if (report.Examined == MostJobs || time.GetUtcNow() >= stopAt)
            {
                report = report with { MoreToDo = true };
                break;
            }

            report = await ExamineAsync(job, stopAt, report with { Examined = report.Examined + 1 }, cancellationToken);
        }

        logger.Reconciled(report);
        return report;
    }

    private async Task<ReconcileReport> ExamineAsync(
        AnalysisJob job, DateTimeOffset stopAt, ReconcileReport report, CancellationToken cancellationToken)
    {
        using var activity = JobActivities.Start("reconcile", job.Tag, job.Upload.Video);
        logger.Reconciling(
            job.Upload.Video, job.Analysis, job.JobId, job.Status.ToName(), job.StartedAt ?? job.CreatedAt);
        try
        {
            if (analyses.Find(job.Analysis) is null)
            {
                // Of an analysis that this deployment no longer does.
                await PostponeAsync(job, cancellationToken);
                return report with { StillRunning = report.StillRunning + 1 };
            }

            return job switch
            {
                { IsFinished: true } => await AnnounceAndSweepAsync(job, report, cancellationToken),
                { JobId: { } jobId } => await CollectAsync(job, jobId, stopAt, report, cancellationToken),
                _ => await RestartAsync(job, report, cancellationToken),
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The boundary between jobs: one that cannot be settled must not keep the others from it.
            logger.ReconcileFailed(exception, job.Upload.Video, job.Analysis, job.JobId);
            metrics.Unsettled(job.Analysis);
            await TryPostponeAsync(job, cancellationToken);
            return report with { Errors = report.Errors + 1 };
        }
    }

    private async Task<ReconcileReport> AnnounceAndSweepAsync(
        AnalysisJob job, ReconcileReport report, CancellationToken cancellationToken)
    {
        // Swept too early, a chunk that a collector is about to write would stay for good.
        if (await announcer.AnnounceAsync(job, cancellationToken) is { } announced
            && time.GetUtcNow() >= announced.SweepableAt(options)
            && !await collector.EndAtCutsAsync(job.Upload.Video.Key, cancellationToken))
        {
            await store.SweepAsync(announced, cancellationToken);
        }

        return report with { Settled = report.Settled + 1 };
    }

    private async Task<ReconcileReport> RestartAsync(
        AnalysisJob job, ReconcileReport report, CancellationToken cancellationToken)
    {
        // The entry in the backlog, if there was one, counts as lost. As gently as the backlog is drained, for there
        // may be hundreds.
        var outcome = await drainer.DrainAsync(new(job.Upload, job.Analysis), cancellationToken);
        return outcome is StartOutcome.Started or StartOutcome.Queued
            ? report with { Restarted = report.Restarted + 1 }
            : report with { Settled = report.Settled + 1 };
    }

    private async Task<ReconcileReport> CollectAsync(
        AnalysisJob job, string jobId, DateTimeOffset stopAt, ReconcileReport report,
        CancellationToken cancellationToken)
    {
        var completion = new Completion(job.Upload.Video, job.Tag, jobId);
        if (await collector.CollectAsync(completion, stopAt, cancellationToken) != CollectOutcome.StillRunning)
        {
            return report with { Settled = report.Settled + 1 };
        }

        await PostponeAsync(job, cancellationToken);
        return report with { StillRunning = report.StillRunning + 1 };
    }

    /// <summary>A job that fails again and again must not stand in front of the others in every run.</summary>
    private async Task TryPostponeAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        try
        {
            await PostponeAsync(job, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // It stays due, then, and the log has the reason.
            logger.ReconcileFailed(exception, job.Upload.Video, job.Analysis, job.JobId);
        }
    }

    /// <summary>The longer a job has been running, the less often it is asked after.</summary>
    private async Task PostponeAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var age = now - (job.StartedAt ?? job.CreatedAt);
        var wait = age / 4 > options.ExpectedDuration ? age / 4 : options.ExpectedDuration;

        // If somebody wrote it in between, there was news, and nothing to postpone.
        await store.TrySaveJobAsync(job with { DueAt = now + wait }, cancellationToken);
    }
}
