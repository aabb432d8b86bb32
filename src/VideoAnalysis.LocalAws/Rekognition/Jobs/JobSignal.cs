using System.Threading.Channels;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>Tells whoever works on jobs that there may be another to work on.</summary>
internal sealed class JobSignal : IDisposable
{
    // One pending signal says all there is to say: look again.
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Lock _lock = new();
    private ITimer? _timer;
    private DateTimeOffset _due = DateTimeOffset.MaxValue;

    /// <summary>Wakes the one that waits, now or when it waits next.</summary>
    public void Set() => _signal.Writer.TryWrite(true);

    /// <summary>Wakes it at some time, or earlier if that was asked for before.</summary>
    public void SetAt(DateTimeOffset due, TimeProvider time)
    {
        lock (_lock)
        {
            // One at a time: whoever is woken too early asks again.
            if (due > _due)
            {
                return;
            }

            _due = due;
            _timer?.Dispose();
            var delay = due - time.GetUtcNow();
            _timer = time.CreateTimer(
                _ => SetNow(), null, delay > TimeSpan.Zero ? delay : TimeSpan.Zero, Timeout.InfiniteTimeSpan);

            // The clock may have been set meanwhile: the timer counts from where it is now.
            if (time.GetUtcNow() >= due)
            {
                SetNow();
            }
        }
    }

    /// <summary>Waits for the next <see cref="Set"/>.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) =>
        _signal.Reader.ReadAsync(cancellationToken);

    private void SetNow()
    {
        lock (_lock)
        {
            _due = DateTimeOffset.MaxValue;
        }

        Set();
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();
}
