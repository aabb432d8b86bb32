using Microsoft.Extensions.Logging;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Announcing;

/// <summary>
/// What announcing logs. Identifiers and outcomes, never what was detected. An event id stays what it is.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(
        501, LogLevel.Information, "Announced {Analysis} of {Video}, job {JobId}, as {Status}: {Announcement}")]
    public static partial void Announced(
        this ILogger logger, Video video, string analysis, string? jobId, string status, string announcement);

    [LoggerMessage(
        502, LogLevel.Warning, "{Analysis} of {Video}, job {JobId}, could not be announced; Reconcile does it later")]
    public static partial void AnnouncementFailed(
        this ILogger logger, Exception exception, Video video, string analysis, string? jobId);
}
