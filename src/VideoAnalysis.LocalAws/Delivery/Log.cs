namespace VideoAnalysis.LocalAws.Delivery;

/// <summary>What the deliveries log. Identifiers only, never payloads. An event id stays what it is.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Warning,
        "{Function}: delivery {Id} failed at attempt {Attempt} of {MaxAttempts}, next in {Delay}: {Error}")]
    public static partial void DeliveryRetried(
        this ILogger logger, string function, long id, int attempt, int maxAttempts, TimeSpan delay, string error);

    [LoggerMessage(
        1001, LogLevel.Error, "{Function}: delivery {Id} given up after {Attempts} attempts, kept as a dead letter")]
    public static partial void DeliveryGivenUp(
        this ILogger logger, Exception? exception, string function, long id, int attempts);

    [LoggerMessage(1002, LogLevel.Debug, "{Function}: delivery {Id} done at attempt {Attempt}")]
    public static partial void DeliveryDone(this ILogger logger, string function, long id, int attempt);

    [LoggerMessage(
        1003, LogLevel.Information, "{Function}: delivery {Id} interrupted by the shutdown, stays for the next start")]
    public static partial void DeliveryInterrupted(this ILogger logger, string function, long id);

    [LoggerMessage(1004, LogLevel.Error, "The delivery queue cannot be read or written, next try in {Delay}")]
    public static partial void DeliveryQueueBroken(this ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(1005, LogLevel.Information, "{Count} deliveries wait from the last run")]
    public static partial void DeliveriesFound(this ILogger logger, int count);

    [LoggerMessage(1006, LogLevel.Warning,
        "{Count} deliveries were given up earlier; \"videoanalysis redrive\" shows them and puts them back")]
    public static partial void DeadLettersFound(this ILogger logger, int count);
}
