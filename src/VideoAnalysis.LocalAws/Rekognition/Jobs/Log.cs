namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>What the jobs log. Identifiers only, never payloads. An event id stays what it is.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "Job {JobId} accepted: s3://{Bucket}/{Key}")]
    public static partial void JobStarted(this ILogger logger, string jobId, string bucket, string key);

    [LoggerMessage(3001, LogLevel.Information, "Job {JobId} asked for again with the same token: s3://{Bucket}/{Key}")]
    public static partial void JobKnown(this ILogger logger, string jobId, string bucket, string key);

    [LoggerMessage(3002, LogLevel.Information, "Job {JobId} succeeded: {Detections} detections in {Elapsed}")]
    public static partial void JobSucceeded(this ILogger logger, string jobId, long detections, TimeSpan elapsed);

    [LoggerMessage(3003, LogLevel.Warning, "Job {JobId} failed: {Reason}")]
    public static partial void JobFailed(this ILogger logger, string jobId, string reason);

    [LoggerMessage(3004, LogLevel.Error, "Job {JobId} failed unexpectedly")]
    public static partial void JobBroken(this ILogger logger, Exception exception, string jobId);

    [LoggerMessage(
        3005, LogLevel.Information, "Job {JobId} interrupted by the shutdown, starts over at the next start")]
    public static partial void JobInterrupted(this ILogger logger, string jobId);

    [LoggerMessage(3006, LogLevel.Error, "The state of job {JobId} cannot be recorded, next try in {Delay}")]
    public static partial void JobUnrecorded(this ILogger logger, Exception exception, string jobId, TimeSpan delay);

    [LoggerMessage(3007, LogLevel.Information, "{Count} jobs were in progress when the last run ended, and start over")]
    public static partial void JobsFound(this ILogger logger, int count);

    [LoggerMessage(3013, LogLevel.Error, "The engine failed at a video, attempt {Attempt} of {Attempts}")]
    public static partial void EngineFailed(this ILogger logger, Exception exception, int attempt, int attempts);

    [LoggerMessage(3008, LogLevel.Error, "The jobs in progress cannot be read, next try in {Delay}")]
    public static partial void JobsUnread(this ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(3009, LogLevel.Error, "{Jobs} jobs of one video failed together, and are tried one by one")]
    public static partial void PassBroken(this ILogger logger, Exception exception, int jobs);

    [LoggerMessage(3012, LogLevel.Warning, "Job {JobId}: {Unread}")]
    public static partial void JobIncomplete(this ILogger logger, string jobId, string unread);
}
