using VideoAnalysis.Backlog;

namespace VideoAnalysis.Starting;

/// <summary>Starts what waits in the backlog, gently: one worker's entries, one after the other.</summary>
public sealed class BacklogDrainer(AnalysisStarter starter, BacklogOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private DateTimeOffset _nextStart;
    private DateTimeOffset _busyUntil;

    /// <summary>Starts the entry's job, or puts it back for later.</summary>
    public async Task<StartOutcome> DrainAsync(BacklogEntry entry, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (Until(_busyUntil, options.BusyPause) > TimeSpan.Zero)
            {
                return await starter.PutBackAsync(entry, cancellationToken);
            }

            var wait = Until(_nextStart, options.StartInterval);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            var outcome = await StartAsync(entry, cancellationToken);
            if (outcome == StartOutcome.Queued)
            {
                _busyUntil = time.GetUtcNow() + options.BusyPause;
            }

            return outcome;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<StartOutcome> StartAsync(BacklogEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return await starter.StartQueuedAsync(entry, cancellationToken);
        }
        finally
        {
            // Also after a failure: the call may have been made.
            _nextStart = time.GetUtcNow() + options.StartInterval;
        }
    }

    // A wait that is longer than any that was begun says that the clock was set back since: it is over.
    private TimeSpan Until(DateTimeOffset end, TimeSpan longest)
    {
        var left = end - time.GetUtcNow();
        return left <= longest ? left : TimeSpan.Zero;
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
