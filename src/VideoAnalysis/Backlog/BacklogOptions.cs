namespace VideoAnalysis.Backlog;

/// <summary>How patient the backlog is.</summary>
public sealed record BacklogOptions
{
    /// <summary>The longest wait after a first refusal; it doubles with each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>No wait is longer, so that a free place is found within minutes.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// After a refusal the engine is left alone this long: entries that come up meanwhile are put back untried.
    /// </summary>
    public TimeSpan BusyPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The least time between two Start calls of one worker. Two workers (the least that Lambda's SQS event source
    /// can be limited to) stay under Rekognition's 5 Start calls a second.
    /// </summary>
    public TimeSpan StartInterval { get; init; } = TimeSpan.FromMilliseconds(450);

    /// <summary>How long after its delay an entry may take to come up before it counts as lost.</summary>
    public TimeSpan LostAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long to wait after so many refusals: doubling, at most <see cref="LongestDelay"/>, and of that a random
    /// part between a half and the whole, so that entries refused together do not come back together.
    /// </summary>
    /// <param name="refusals">1 or more.</param>
    /// <param name="random">The source of the jitter.</param>
    public TimeSpan DelayAfter(int refusals, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var doublings = Math.Clamp(refusals - 1, 0, 30);
        var full = Math.Min(FirstDelay.TotalSeconds * Math.Pow(2, doublings), LongestDelay.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + (random.NextDouble() / 2)));
    }
}
