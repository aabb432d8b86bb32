namespace VideoAnalysis.LocalAws.Tests.Delivery;

/// <summary>A machine whose clock can be set: timers and time stamps go on as they did.</summary>
internal sealed class SteppedTime(TimeProvider steady) : TimeProvider
{
    /// <summary>How far the clock was set, from where it would be.</summary>
    public TimeSpan Step { get; set; }

    public override long TimestampFrequency => steady.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => steady.GetUtcNow() + Step;

    public override long GetTimestamp() => steady.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        steady.CreateTimer(callback, state, dueTime, period);
}
