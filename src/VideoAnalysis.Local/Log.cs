namespace VideoAnalysis.Local;

/// <summary>
/// Everything that the local stack logs. Identifiers only, never payloads. An event id stays what it is.
/// </summary>
internal static partial class Log
{
    // 4000: the HTTP API

    [LoggerMessage(4000, LogLevel.Error, "{Route} failed")]
    public static partial void ApiBroken(this ILogger logger, Exception exception, string route);

    // 5000: hosting

    [LoggerMessage(5000, LogLevel.Information, "{Function}: {Message}")]
    public static partial void FunctionSaid(this ILogger logger, string function, string message);

    [LoggerMessage(5001, LogLevel.Error, "Reconcile failed; its next run does its work")]
    public static partial void ReconcileFailed(this ILogger logger, Exception exception);
}
