using Microsoft.Extensions.Logging;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Diagnostics;

/// <summary>What the functions log: identifiers and outcomes, never payloads or what was detected.</summary>
internal static partial class Log
{
    [LoggerMessage(1002, LogLevel.Information, "Ignored an event that is not an upload: {EventName}")]
    public static partial void NotAnUpload(this ILogger logger, string? eventName);

    [LoggerMessage(1003, LogLevel.Information, "Ignored {Video}: only .mp4 and .mov are analysed")]
    public static partial void NotAVideo(this ILogger logger, Video video);

    [LoggerMessage(1005, LogLevel.Warning, "Dropped the completion of job {JobId}: this system did not start it, as " +
        "its JobTag is not of the form analysis:token")]
    public static partial void ForeignJob(this ILogger logger, string? jobId);

    [LoggerMessage(
        1004, LogLevel.Error, "The item ({PartitionKey}, {SortKey}) of the table cannot be read, and is skipped")]
    public static partial void ItemUnreadable(
        this ILogger logger, Exception exception, string? partitionKey, string? sortKey);

    [LoggerMessage(
        1101, LogLevel.Error, "Message {MessageId} failed; it is retried, and finally goes to the dead-letter queue")]
    public static partial void MessageFailed(this ILogger logger, Exception exception, string? messageId);

    [LoggerMessage(1201, LogLevel.Error, "The request failed")]
    public static partial void RequestFailed(this ILogger logger, Exception exception);
}
