namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// Works on the jobs in progress, oldest first, a few at a time. What the database calls in progress is what there is
/// to do: jobs that a killed process was at are taken up by the next one.
/// </summary>
internal sealed class JobRunner(
    VideoJobs jobs,
    JobWork work,
    JobSignal signal,
    RekognitionOptions options,
    TimeProvider time,
    ILogger<JobRunner> logger) : BackgroundService
{
    private static readonly TimeSpan BrokenDatabaseDelay = TimeSpan.FromSeconds(5);

    // Touched by the loop alone; what has ended is taken out by the loop too.
    private readonly Dictionary<long, Task> _running = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await jobs.CountUnfinishedAsync(stoppingToken) is > 0 and var count)
            {
                logger.JobsFound(count);
            }

            while (true)
            {
                await StartWorkAsync(stoppingToken);
                await signal.WaitAsync(stoppingToken);
                Sweep();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Being stopped is how this ends.
        }
        finally
        {
            await Task.WhenAll(_running.Values);
        }
    }

    private async Task StartWorkAsync(CancellationToken stoppingToken)
    {
        while (_running.Count < options.Workers
            && await jobs.NextUnfinishedAsync(_running.Keys, stoppingToken) is { } job)
        {
            var task = Task.Run(() => WorkAsync(job, stoppingToken), CancellationToken.None);
            _running[job.Number] = task;

            // Not within the task: the loop must find it completed when it looks.
            _ = task.ContinueWith(_ => signal.Set(), TaskScheduler.Default);
        }
    }

    private void Sweep()
    {
        foreach (var (number, _) in _running.Where(running => running.Value.IsCompleted).ToList())
        {
            _running.Remove(number);
        }
    }

    private async Task WorkAsync(VideoJob job, CancellationToken stoppingToken)
    {
        try
        {
            await work.DoAsync(job, stoppingToken);
            await jobs.PurgeAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.JobInterrupted(job.Id);
        }
#pragma warning disable CA1031 // A full disk must not end the runner: the job is in progress still, and is tried again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.JobUnrecorded(e, job.Id, BrokenDatabaseDelay);
            await PauseAsync(stoppingToken);
        }
    }

    // Ends early, and quietly, when the program is being stopped.
    private async Task PauseAsync(CancellationToken stoppingToken) =>
        await Task.Delay(BrokenDatabaseDelay, time, stoppingToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
