using Microsoft.Extensions.Logging;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Removing;

/// <summary>
/// What removing logs. Identifiers and outcomes, never what was detected. An event id stays what it is.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(301, LogLevel.Information, "Removed {Analysis} of {Video}, job {JobId}")]
    public static partial void ResultsRemoved(this ILogger logger, Video video, string analysis, string? jobId);
}
