using Microsoft.Data.Sqlite;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// Works on the jobs in progress, oldest first, a few passes at a time. What the database calls in progress is what
/// there is to do: jobs that a killed process was at are taken up by the next one.
/// </summary>
internal sealed class JobRunner(
    JobQueue queue,
    VideoJobs jobs,
    JobWork work,
    JobSignal signal,
    RekognitionOptions options,
    TimeProvider time,
    ILogger<JobRunner> logger) : BackgroundService
{
    private static readonly TimeSpan BrokenDatabaseDelay = TimeSpan.FromSeconds(5);

    // Touched by the loop alone; what has ended is taken out by the loop too.
    private readonly List<(JobPass Pass, Task Task)> _running = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RecoverAsync(stoppingToken);
            while (true)
            {
                await StartWorkAsync(stoppingToken);
                await signal.WaitAsync(stoppingToken);
                _running.RemoveAll(running => running.Task.IsCompleted);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Being stopped is how this ends.
        }
        finally
        {
            await Task.WhenAll(_running.Select(running => running.Task));
        }
    }

    private async Task RecoverAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (await queue.RecoverAsync(stoppingToken) is > 0 and var count)
                {
                    logger.JobsFound(count);
                }
                return;
            }
            catch (SqliteException e)
            {
                logger.JobsUnread(e, BrokenDatabaseDelay);
                await Task.Delay(BrokenDatabaseDelay, time, stoppingToken);
            }
        }
    }

    private async Task StartWorkAsync(CancellationToken stoppingToken)
    {
        while (_running.Count < options.Workers && !_running.Exists(running => running.Pass.IsAlone)
            && await queue.NextAsync(Numbers(), stoppingToken) is { } pass)
        {
            var task = Task.Run(() => WorkAsync(pass, stoppingToken), CancellationToken.None);
            _running.Add((pass, task));

            // Not within the task: the loop must find it completed when it looks.
            _ = task.ContinueWith(_ => signal.Set(), TaskScheduler.Default);
        }
    }

    private List<long> Numbers() => [.. _running.SelectMany(running => running.Pass.Jobs).Select(job => job.Number)];

    private async Task WorkAsync(JobPass pass, CancellationToken stoppingToken)
    {
        var ids = string.Join(", ", pass.Jobs.Select(job => job.Id));
        try
        {
            await work.DoAsync(pass, stoppingToken);
            await jobs.PurgeAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.JobInterrupted(ids);
        }
        // A full disk must not end the runner: the jobs are in progress still, and are tried again.
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.JobUnrecorded(e, ids, BrokenDatabaseDelay);

            // Ends early, and quietly, when the program is being stopped.
            await Task.Delay(BrokenDatabaseDelay, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
