namespace VideoAnalysis.LocalAws.Delivery;

/// <summary>
/// A clock that starts with the machine's and never steps: when the machine's is set back or forward, what waits a
/// second still waits a second.
/// </summary>
internal sealed class SteadyClock(TimeProvider time)
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly long _timestamp = time.GetTimestamp();

    /// <summary>The time.</summary>
    public DateTimeOffset Now => _start + time.GetElapsedTime(_timestamp);
}
