using Microsoft.Extensions.Logging;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Reconciling;

/// <summary>
/// What reconciling logs. Identifiers and outcomes, never what was detected. An event id stays what it is.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(
        401, LogLevel.Information, "Reconcile looks at {Analysis} of {Video}, job {JobId}, {Status} since {Since}")]
    public static partial void Reconciling(
        this ILogger logger, Video video, string analysis, string? jobId, string status, DateTimeOffset since);

    [LoggerMessage(
        402, LogLevel.Error, "Reconcile could not settle {Analysis} of {Video}, job {JobId}; it is tried again later")]
    public static partial void ReconcileFailed(
        this ILogger logger, Exception exception, Video video, string analysis, string? jobId);

    [LoggerMessage(403, LogLevel.Information, "Reconcile: {Report}")]
    public static partial void Reconciled(this ILogger logger, ReconcileReport report);
}
