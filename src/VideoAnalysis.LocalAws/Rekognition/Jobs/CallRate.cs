namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// Lets a number of calls through a second: a bucket that holds one second's worth and is refilled steadily.
/// </summary>
/// <param name="callsPerSecond">How many; null for any number.</param>
/// <param name="time">The clock.</param>
internal sealed class CallRate(int? callsPerSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _room = callsPerSecond ?? 0;
    private long _filledAt = time.GetTimestamp();

    /// <summary>Takes the room of one call, if there is any.</summary>
    public bool TryTake()
    {
        if (callsPerSecond is not { } rate)
        {
            return true;
        }

        lock (_lock)
        {
            var now = time.GetTimestamp();
            _room = Math.Min(rate, _room + (time.GetElapsedTime(_filledAt, now).TotalSeconds * rate));
            _filledAt = now;
            if (_room < 1)
            {
                return false;
            }

            _room--;
            return true;
        }
    }
}
