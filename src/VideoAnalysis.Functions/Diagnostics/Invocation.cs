namespace VideoAnalysis.Functions.Diagnostics;

/// <summary>One invocation of a function.</summary>
public sealed class Invocation : IDisposable
{
    /// <summary>Kept back to save a checkpoint and send a continuation.</summary>
    private static readonly TimeSpan HandOverReserve = TimeSpan.FromSeconds(30);

    /// <summary>Kept back to log and answer.</summary>
    private static readonly TimeSpan AnswerReserve = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _cancellation;
    private readonly Action _end;

    internal Invocation(TimeSpan remaining, TimeProvider time, Action end)
    {
        _end = end;
        HandOverAt = time.GetUtcNow() + remaining - HandOverReserve;
        var patience = remaining - AnswerReserve;
        _cancellation = new(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, time);
    }

    /// <summary>When long work should be passed on.</summary>
    public DateTimeOffset HandOverAt { get; }

    /// <summary>
    /// Cancelled a moment before Lambda would end the process, so that the log says where the time went.
    /// </summary>
    public CancellationToken CancellationToken => _cancellation.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _end();
        _cancellation.Dispose();
    }
}
