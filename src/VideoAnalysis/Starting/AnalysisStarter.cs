using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
using VideoAnalysis.Backlog;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Engine;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Starting;

/// <summary>
/// Brings every analysis of an upload under way: records the job, starts it, and stores the JobId. Whatever dies
/// on the way, the same call again ends in the same state, with one job that costs money.
/// </summary>
public sealed class AnalysisStarter(
    IResultStore store,
    IVideoAnalyzer analyzer,
    IBacklog backlog,
    AnalysisRegistry analyses,
    Announcer announcer,
    JobOptions jobOptions,
    BacklogOptions backlogOptions,
    AnalysisMetrics metrics,
    TimeProvider time,
    Random random,
    ILogger<AnalysisStarter> logger)
{
    /// <summary>
    /// The most earlier jobs that a job remembers as garbage: 7 KB of an item that has room for 400. A key that is
    /// overwritten every few seconds, for hours, never has a finished job that could be swept.
    /// </summary>
    private const int MostGarbage = 100;

    /// <summary>Starts the analyses that every upload gets.</summary>
    /// <exception cref="AggregateException">
    /// Several could not be started; when it is one, its own exception comes. The others are; the same call again does
    /// no harm.
    /// </exception>
    public Task StartAsync(Upload upload, CancellationToken cancellationToken) =>
        StartAllAsync(analyses.OnUpload.Select(analysis => (upload, analysis)), cancellationToken);

    /// <summary>Starts several analyses: one that cannot be started does not keep the others from it.</summary>
    /// <exception cref="AggregateException">
    /// Several could not be started; when it is one, its own exception comes. The others are; the same call again does
    /// no harm.
    /// </exception>
    internal async Task StartAllAsync(
        IEnumerable<(Upload Upload, Analysis Analysis)> starts, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var (upload, analysis) in starts)
        {
            try
            {
                await StartAsync(upload, analysis, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The boundary between analyses: the caller is told of all that failed, once the others are under way.
                failures.Add(exception);
            }
        }

        if (failures.Count == 1)
        {
            ExceptionDispatchInfo.Throw(failures[0]);
        }

        if (failures.Count > 1)
        {
            throw new AggregateException(failures);
        }
    }

    /// <summary>Starts one analysis of an upload, unless it waits in the backlog already.</summary>
    public Task<StartOutcome> StartAsync(Upload upload, Analysis analysis, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(analysis);
        return DecideAndStartAsync(
            new(upload, analysis.Name), analysis, isQueued: false, mayStart: true, cancellationToken);
    }

    /// <summary>Starts what comes up from the backlog, or stands for an entry of it that was lost.</summary>
    /// <exception cref="ArgumentException">No such analysis is registered.</exception>
    public Task<StartOutcome> StartQueuedAsync(BacklogEntry entry, CancellationToken cancellationToken) =>
        DecideAndStartAsync(entry, AnalysisOf(entry), isQueued: true, mayStart: true, cancellationToken);

    /// <summary>Puts an entry back into the backlog without asking the engine, which is known to be busy.</summary>
    /// <exception cref="ArgumentException">No such analysis is registered.</exception>
    public Task<StartOutcome> PutBackAsync(BacklogEntry entry, CancellationToken cancellationToken) =>
        DecideAndStartAsync(entry, AnalysisOf(entry), isQueued: true, mayStart: false, cancellationToken);

    private Analysis AnalysisOf(BacklogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return analyses.Find(entry.Analysis)
            ?? throw new ArgumentException($"There is no analysis \"{entry.Analysis}\".", nameof(entry));
    }

    private async Task<StartOutcome> DecideAndStartAsync(
        BacklogEntry entry, Analysis analysis, bool isQueued, bool mayStart, CancellationToken cancellationToken)
    {
        while (true)
        {
            var job = await store.FindJobAsync(entry.Upload.Video.Key, analysis.Name, cancellationToken);
            var cameLater = job is not null && CameLater(entry.Upload, job);
            if (job is not null && !cameLater && job.Upload.LearnFrom(entry.Upload) is var known && known != job.Upload)
            {
                job = await store.TrySaveJobAsync(job with { Upload = known }, cancellationToken);
                if (job is null)
                {
                    continue;
                }
            }

            if (job is null || cameLater || entry.Upload.IsNewerThan(job.Upload))
            {
                job = await RecordAsync(entry.Upload, analysis, job, cancellationToken);
            }
            else if (!entry.Upload.IsSameUploadAs(job.Upload) || entry.Upload.Attempt < job.Upload.Attempt)
            {
                return Leave(job, StartOutcome.Superseded);
            }
            else if (job.Status != JobStatus.Queued || (job.InBacklog && !isQueued))
            {
                return Leave(job, StartOutcome.AlreadyKnown);
            }

            if (job is null)
            {
                continue; // Somebody else wrote it in between: look again.
            }

            using var activity = JobActivities.Start("start", job.Tag, job.Upload.Video);
            var outcome = mayStart
                ? await AskEngineAsync(job, analysis, entry, cancellationToken)
                : await WaitForRoomAsync(job, entry, cancellationToken);
            if (outcome is { } decided)
            {
                activity.EndsWith(decided);
                return decided;
            }
        }
    }

    /// <summary>
    /// Whether an event is of a later upload than the listed one that the job is of, though it be of the same content:
    /// an upload that a list shows is complete, and its event has no later time than that.
    /// </summary>
    private static bool CameLater(Upload upload, AnalysisJob job) =>
        job.Upload.Sequencer is null
            && upload.Sequencer is not null && upload.EventTime > job.CreatedAt + Upload.ListingSlack;

    private StartOutcome Leave(AnalysisJob job, StartOutcome why)
    {
        logger.StartLeft(job.Upload.Video, job.Analysis, job.JobId, why);
        return why;
    }

    private async Task<StartOutcome?> AskEngineAsync(
        AnalysisJob job, Analysis analysis, BacklogEntry entry, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            var jobId = await analyzer.StartAsync(new(analysis, job.Upload, job.Token), cancellationToken);
            var started = job with
            {
                Status = JobStatus.InProgress,
                JobId = jobId,
                InBacklog = false,
                StartedAt = now,
                DueAt = now + jobOptions.ExpectedDuration,
            };
            if (await store.TrySaveJobAsync(started, cancellationToken) is null)
            {
                return null;
            }

            metrics.Started(analysis.Name);
            logger.JobStarted(job.Upload.Video, analysis.Name, jobId);
            return StartOutcome.Started;
        }
        catch (AnalyzerBusyException busy)
        {
            metrics.Refused(analysis.Name);
            logger.EngineBusy(job.Upload.Video, analysis.Name, entry.Refusals + 1, busy.Message);
            return await WaitForRoomAsync(job, entry, cancellationToken);
        }
        catch (AnalysisRefusedException refused)
        {
            if (await store.TrySaveJobAsync(
                job.Failed(refused.Message, now, jobOptions), cancellationToken) is not { } failed)
            {
                return null;
            }

            await announcer.TryAnnounceAsync(failed, cancellationToken);

            metrics.Failed(analysis.Name);
            logger.JobRefused(job.Upload.Video, analysis.Name, refused.Message);
            return StartOutcome.Refused;
        }
    }

    /// <summary>
    /// The entry goes first: a job that says it is in the backlog is, or was. Once it is there, all is done: when
    /// somebody else wrote the job meanwhile, the entry finds out what is left to do when it comes up. To try again
    /// here would add a second entry, which at the next such clash would become a third.
    /// </summary>
    private async Task<StartOutcome> WaitForRoomAsync(
        AnalysisJob job, BacklogEntry entry, CancellationToken cancellationToken)
    {
        var again = entry with { Upload = job.Upload, Refusals = entry.Refusals + 1 };
        var delay = backlogOptions.DelayAfter(again.Refusals, random);
        await backlog.AddAsync(again, delay, cancellationToken);
        var waiting = job with { InBacklog = true, DueAt = time.GetUtcNow() + delay + backlogOptions.LostAfter };
        if (await store.TrySaveJobAsync(waiting, cancellationToken) is not null && !job.InBacklog)
        {
            metrics.Queued(job.Analysis);
        }

        return StartOutcome.Queued;
    }

    /// <summary>
    /// Records the job of an upload. Whatever state the replaced job is in, there may be chunks of it: its collector
    /// may write one at this moment.
    /// </summary>
    private async Task<AnalysisJob?> RecordAsync(
        Upload upload, Analysis analysis, AnalysisJob? replaced, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (replaced is not null)
        {
            await announcer.SendAsync(replaced, cancellationToken);
        }

        await RemoveOlderAsync(upload, cancellationToken);
        var identified = replaced is null ? upload : upload.LearnFrom(replaced.Upload);
        var token = ClientRequestToken.For(identified, analysis);

        // Its own token is never garbage, whatever S3 calls two uploads.
        ClientRequestToken[] garbage =
            replaced is null ? [] : [.. replaced.Garbage.Union(replaced.Tokens).Except([token])];
        foreach (var oldest in garbage.SkipLast(MostGarbage))
        {
            await store.DeleteChunksAsync(upload.Video.Key, new(analysis.Name, oldest), cancellationToken);
        }

        var job = new AnalysisJob
        {
            Upload = identified,
            Analysis = analysis.Name,
            Token = token,
            Status = JobStatus.Queued,
            CreatedAt = now,
            DueAt = now + jobOptions.StartWithin,
            Garbage = [.. garbage.TakeLast(MostGarbage)],
            Revision = replaced?.Revision ?? 0,
        };
        return await store.TrySaveJobAsync(job, cancellationToken);
    }

    /// <summary>
    /// Removes the results of earlier uploads of the key that no job of this one will replace: of analyses that were
    /// started on request. A video has the results of one upload.
    /// </summary>
    private async Task RemoveOlderAsync(Upload upload, CancellationToken cancellationToken)
    {
        foreach (var job in await store.FindJobsAsync(upload.Video.Key, cancellationToken))
        {
            if (job.Status != JobStatus.Deleted && upload.IsNewerThan(job.Upload) && !upload.IsSameUploadAs(job.Upload)
                && !analyses.OnUpload.Any(analysis => analysis.Name == job.Analysis))
            {
                // If somebody writes it in between, that one has seen a later upload, or this start is tried again.
                await announcer.SendAsync(job, cancellationToken);
                if (await store.TrySaveJobAsync(
                    job.Deleted(time.GetUtcNow(), jobOptions), cancellationToken) is { } deleted)
                {
                    await announcer.TryAnnounceAsync(deleted, cancellationToken);
                }
            }
        }
    }
}
