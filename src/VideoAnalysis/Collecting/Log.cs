using Microsoft.Extensions.Logging;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Collecting;

/// <summary>
/// What collecting logs. Identifiers and outcomes, never what was detected. An event id stays what it is.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(201, LogLevel.Information, "Completion of {Analysis} for {Video}, job {JobId}: {Outcome}")]
    public static partial void CompletionHandled(
        this ILogger logger, Video video, string analysis, string jobId, CollectOutcome outcome);

    [LoggerMessage(202, LogLevel.Warning, "{Analysis} of {Video} failed, job {JobId}: {Reason}")]
    public static partial void JobFailed(
        this ILogger logger, Video video, string analysis, string jobId, string reason);

    [LoggerMessage(
        203, LogLevel.Warning, "The page token expired; collecting {Analysis} of {Video}, job {JobId}, from page one")]
    public static partial void CollectionRestarted(this ILogger logger, Video video, string analysis, string jobId);

    [LoggerMessage(204, LogLevel.Warning, "A completion of {Analysis} for {Video} names the job {NamedJobId}, which " +
        "is not its own; the engine is asked about {JobId}")]
    public static partial void OtherJobId(
        this ILogger logger, Video video, string analysis, string jobId, string namedJobId);
}
