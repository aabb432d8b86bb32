namespace VideoAnalysis.LocalAws.Delivery;

/// <summary>How functions are invoked for what waits in the queue.</summary>
internal sealed record DeliveryOptions
{
    /// <summary>How many invocations of one function run at a time. At least 1.</summary>
    public int MaxConcurrencyPerFunction { get; init; } = 4;

    /// <summary>
    /// How often a delivery is tried before it becomes a dead letter. At least 1. More than the three of Lambda's
    /// asynchronous invocation, as the delays here are seconds where Lambda's are minutes.
    /// </summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>The wait after the first failure; each further one doubles it.</summary>
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The options of single functions, where they differ.</summary>
    public IReadOnlyDictionary<string, DeliveryOptions> Functions { get; init; } =
        new Dictionary<string, DeliveryOptions>();

    /// <summary>The options of a function.</summary>
    public DeliveryOptions Of(string function) => Functions.GetValueOrDefault(function, this);

    /// <summary>Returns these options, if every value makes sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One does not; it is named.</exception>
    public DeliveryOptions Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrencyPerFunction, 1, nameof(MaxConcurrencyPerFunction));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1, nameof(MaxAttempts));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FirstRetryDelay, TimeSpan.Zero, nameof(FirstRetryDelay));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRetryDelay, FirstRetryDelay, nameof(MaxRetryDelay));
        return this;
    }

    /// <summary>
    /// The wait after a failure: doubling, bounded, and spread so that failures do not come back in step.
    /// </summary>
    /// <param name="failures">How many attempts have failed; at least 1.</param>
    /// <param name="spread">From 0 up to 1: how much of the spread to take. The wait lies between 75% and 125%.</param>
    public TimeSpan RetryDelay(int failures, double spread)
    {
        // Doubled at most 30 times: far above any bound, and no overflow.
        var delay = FirstRetryDelay * Math.Pow(2, Math.Min(failures - 1, 30));
        return (delay < MaxRetryDelay ? delay : MaxRetryDelay) * (0.75 + (spread / 2));
    }
}
