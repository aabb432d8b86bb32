using System.Threading.Channels;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>Tells whoever works on jobs that there may be another to work on.</summary>
internal sealed class JobSignal
{
    // One pending signal says all there is to say: look again.
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private int _isPending;

    /// <summary>Wakes the one that waits, now or when it waits next.</summary>
    public void Set() => _signal.Writer.TryWrite(true);

    /// <summary>Wakes it when some time has passed, or earlier if that was asked for before.</summary>
    public void SetAfter(TimeSpan delay, TimeProvider time)
    {
        // One at a time: whoever is woken too early asks again.
        if (Interlocked.Exchange(ref _isPending, 1) == 0)
        {
            _ = Task.Delay(delay, time).ContinueWith(_ => SetNow(), TaskScheduler.Default);
        }
    }

    /// <summary>Waits for the next <see cref="Set"/>.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _signal.Reader.ReadAsync(cancellationToken);

    private void SetNow()
    {
        Volatile.Write(ref _isPending, 0);
        Set();
    }
}
