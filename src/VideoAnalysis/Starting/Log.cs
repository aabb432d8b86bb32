using Microsoft.Extensions.Logging;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Starting;

/// <summary>
/// What starting logs. Identifiers and outcomes, never what was detected. An event id stays what it is.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Information, "Nothing to start of {Analysis} for {Video}, job {JobId}: {Outcome}")]
    public static partial void StartLeft(
        this ILogger logger, Video video, string analysis, string? jobId, StartOutcome outcome);

    [LoggerMessage(102, LogLevel.Information, "Started {Analysis} for {Video} as job {JobId}")]
    public static partial void JobStarted(this ILogger logger, Video video, string analysis, string jobId);

    [LoggerMessage(103, LogLevel.Information, "No room for {Analysis} of {Video}, refusal {Refusals}: {Reason}")]
    public static partial void EngineBusy(
        this ILogger logger, Video video, string analysis, int refusals, string reason);

    [LoggerMessage(104, LogLevel.Warning, "{Analysis} of {Video} will not be analysed: {Reason}")]
    public static partial void JobRefused(this ILogger logger, Video video, string analysis, string reason);
}
