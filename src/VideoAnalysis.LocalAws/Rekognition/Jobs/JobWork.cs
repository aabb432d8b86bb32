using System.Globalization;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// The work on a pass: looks at the video once for all of its jobs, and stores what is found as it comes, so that
/// memory does not grow with the video.
/// </summary>
internal sealed class JobWork(
    JobQueue queue,
    JobResults results,
    JobEnds ends,
    LocalAnalyses analyses,
    IJobObjects objects,
    IVideoEngine engine,
    JobProgressBoard board,
    TimeProvider time,
    ILogger<JobWork> logger)
{
    /// <summary>
    /// How often in a row the process may die at the same place of a video that runs alone, before the video is given
    /// up: it must not end the process at every start for ever.
    /// </summary>
    private const int MaxDeaths = 5;

    /// <summary>
    /// How often a pass is tried while the engine itself fails: a decoder that was killed once is no reason to give the
    /// video up, and one that always dies must not be started for ever.
    /// </summary>
    private const int MaxAttempts = 3;

    /// <summary>How many detections of a job are held in memory at most before they are stored.</summary>
    private const int BatchSize = 500;

    /// <summary>Works on a pass until each of its jobs has ended, well or not.</summary>
    /// <exception cref="OperationCanceledException">
    /// The program is being stopped; what has not ended is in progress still.
    /// </exception>
    public async Task DoAsync(JobPass pass, CancellationToken cancellationToken)
    {
        try
        {
            var tasks = await AcceptAsync(pass, cancellationToken);
            if (tasks.Count > 0)
            {
                await queue.BeginAsync(tasks.Select(task => task.Job), cancellationToken);
                await RunAsync(tasks, pass.IsAlone, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await queue.ReleaseAsync(pass.Jobs);
            throw;
        }
        finally
        {
            foreach (var job in pass.Jobs)
            {
                board.Remove(job.Id);
            }
        }
    }

    /// <summary>Fails what cannot be done, each on its own.</summary>
    /// <returns>The others.</returns>
    private async Task<List<JobTask>> AcceptAsync(JobPass pass, CancellationToken cancellationToken)
    {
        var tasks = new List<JobTask>();
        foreach (var job in pass.Jobs)
        {
            if (job.Deaths >= MaxDeaths)
            {
                await FailAsync(job, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The program ended {job.Deaths} times in a row at the same place of this video, with nothing " +
                    $"else running. The video may be damaged: convert it, and upload it again."));
            }
            else if (await BeginAsync(job, cancellationToken) is { } work)
            {
                tasks.Add(new JobTask(job, work));
            }
            else
            {
                await FailAsync(job, $"{job.Operation} is not available here: the local engine has no model for it. " +
                    "Use Amazon Rekognition for it.");
            }
        }

        return tasks;
    }

    private Task<EngineWork?> BeginAsync(VideoJob job, CancellationToken cancellationToken) =>
        analyses.BeginAsync(job.Operation, job.Request, cancellationToken);

    private async Task RunAsync(
        IReadOnlyList<JobTask> tasks, bool isAlone, CancellationToken cancellationToken, int attempt = 1)
    {
        var started = time.GetTimestamp();
        VideoMetadata metadata;
        try
        {
            metadata = await AnalyzeAsync(tasks, isAlone, cancellationToken);
        }
        catch (Exception e) when (e is UnusableVideoException or JobObjectGoneException)
        {
            foreach (var task in tasks)
            {
                await FailAsync(task.Job, e.Message);
            }

            return;
        }
        catch (EngineFailureException e)
        {
            await TryAgainAsync(tasks, e, isAlone, attempt, cancellationToken);
            return;
        }
        catch (Exception e) when (!IsOfTheProgram(e, cancellationToken))
        {
            // The boundary: whatever the engine throws ends this pass, and no other.
            await BreakAsync(tasks, e, isAlone, cancellationToken);
            return;
        }

        foreach (var task in tasks)
        {
            await ends.SucceedAsync(task, metadata);
            logger.JobSucceeded(task.Job.Id, task.Detections, time.GetElapsedTime(started));
            if (task.Unread is { } unread)
            {
                logger.JobIncomplete(task.Job.Id, unread);
            }
        }
    }

    private async Task TryAgainAsync(
        IReadOnlyList<JobTask> tasks, EngineFailureException e, bool isAlone, int attempt,
        CancellationToken cancellationToken)
    {
        logger.EngineFailed(e, attempt, MaxAttempts);
        if (attempt == MaxAttempts)
        {
            foreach (var task in tasks)
            {
                await FailAsync(task.Job, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The engine failed {MaxAttempts} times at this video: {e.Message} Upload the video again to " +
                    $"try once more."));
            }

            return;
        }

        foreach (var task in tasks)
        {
            task.Restart((await BeginAsync(task.Job, cancellationToken))!);
        }

        await queue.BeginAsync(tasks.Select(task => task.Job), cancellationToken);
        await RunAsync(tasks, isAlone, cancellationToken, attempt + 1);
    }

    // Only what the database throws, and being stopped, is not the video's fault.
    private static bool IsOfTheProgram(Exception e, CancellationToken cancellationToken) =>
        e is Microsoft.Data.Sqlite.SqliteException
        || (e is OperationCanceledException && cancellationToken.IsCancellationRequested);

    // An analysis that fails must not take the others with it: each is tried by itself.
    private async Task BreakAsync(
        IReadOnlyList<JobTask> tasks, Exception e, bool isAlone, CancellationToken cancellationToken)
    {
        if (tasks is [var only])
        {
            logger.JobBroken(e, only.Job.Id);
            await ends.FailAsync(only.Job, $"The analysis failed unexpectedly ({e.GetType().Name}: {e.Message}). " +
                "The log has more; upload the video again to try once more.");
            return;
        }

        logger.PassBroken(e, tasks.Count);
        foreach (var task in tasks)
        {
            task.Restart((await BeginAsync(task.Job, cancellationToken))!);
            await queue.BeginAsync([task.Job], cancellationToken);
            await RunAsync([task], isAlone, cancellationToken);
        }
    }

    private async Task<VideoMetadata> AnalyzeAsync(
        IReadOnlyList<JobTask> tasks, bool isAlone, CancellationToken cancellationToken)
    {
        var first = tasks[0].Job;
        using var file = await objects.OpenAsync(first.Source, first.ETag, cancellationToken)
            ?? throw new JobObjectGoneException();
        var video = await engine.OpenAsync(file.Path, cancellationToken);
        var requests = tasks.Select(task => task.Request).Distinct().ToList();
        await foreach (var step in video.AnalyzeAsync(requests, cancellationToken))
        {
            foreach (var task in tasks)
            {
                await TakeAsync(task, step, video.Metadata, cancellationToken);
            }

            if (isAlone)
            {
                await queue.ReachedAsync(first, step.Timestamp, cancellationToken);
            }
        }

        return video.Metadata;
    }

    private async Task TakeAsync(
        JobTask task, EngineStep step, VideoMetadata metadata, CancellationToken cancellationToken)
    {
        task.Add(step);
        if (task.Pending.Count + task.PendingCuts.Count >= BatchSize)
        {
            await results.AppendAsync(task, cancellationToken);
        }

        board.Report(new JobProgress(task.Job, VideoJobStatus.InProgress)
        {
            Position = step.Timestamp,
            Duration = metadata.DurationMillis,
            Detections = task.Detections,
        });
    }

    private async Task FailAsync(VideoJob job, string reason)
    {
        await ends.FailAsync(job, reason);
        logger.JobFailed(job.Id, reason);
    }
}
