namespace VideoAnalysis.LocalAws;

/// <summary>Everything that the local services log. Identifiers only, never payloads. An event id stays what it is.</summary>
internal static partial class Log
{
    // 1000: delivery

    [LoggerMessage(1000, LogLevel.Warning, "{Function}: delivery {Id} failed at attempt {Attempt} of {MaxAttempts}, next in {Delay}: {Error}")]
    public static partial void DeliveryRetried(
        this ILogger logger, string function, long id, int attempt, int maxAttempts, TimeSpan delay, string error);

    [LoggerMessage(1001, LogLevel.Error, "{Function}: delivery {Id} given up after {Attempts} attempts, kept as a dead letter")]
    public static partial void DeliveryGivenUp(
        this ILogger logger, Exception? exception, string function, long id, int attempts);

    [LoggerMessage(1002, LogLevel.Debug, "{Function}: delivery {Id} done at attempt {Attempt}")]
    public static partial void DeliveryDone(this ILogger logger, string function, long id, int attempt);

    [LoggerMessage(1003, LogLevel.Information, "{Function}: delivery {Id} interrupted by the shutdown, stays for the next start")]
    public static partial void DeliveryInterrupted(this ILogger logger, string function, long id);

    [LoggerMessage(1004, LogLevel.Error, "The delivery queue cannot be read or written, next try in {Delay}")]
    public static partial void DeliveryQueueBroken(this ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(1005, LogLevel.Information, "{Count} deliveries wait from the last run")]
    public static partial void DeliveriesFound(this ILogger logger, int count);

    [LoggerMessage(1006, LogLevel.Warning, "{Count} deliveries were given up earlier; \"videoanalysis redrive\" shows them and puts them back")]
    public static partial void DeadLettersFound(this ILogger logger, int count);

    // 1100: S3

    [LoggerMessage(1100, LogLevel.Information, "{Count} files that the last run left unfinished or unused were deleted")]
    public static partial void LeftoversDeleted(this ILogger logger, int count);

    [LoggerMessage(1101, LogLevel.Error, "The file {File} of an object is missing from the data folder; the object is gone")]
    public static partial void FileMissing(this ILogger logger, string file);

    [LoggerMessage(1102, LogLevel.Information, "S3: {Event} of {Bucket}/{Key}, {Size} bytes")]
    public static partial void ObjectStored(this ILogger logger, string @event, string bucket, string key, long size);

    [LoggerMessage(1105, LogLevel.Information, "S3: ObjectCreated:CompleteMultipartUpload of {Bucket}/{Key}, {Parts} parts")]
    public static partial void UploadCompleted(this ILogger logger, string bucket, string key, int parts);

    [LoggerMessage(1103, LogLevel.Debug, "S3: {Method} {Target} refused: {Status} {Code}: {Message}")]
    public static partial void RequestRefused(
        this ILogger logger, string method, string target, int status, string code, string message);

    [LoggerMessage(1104, LogLevel.Error, "S3: {Method} {Target} failed")]
    public static partial void RequestFailed(this ILogger logger, Exception exception, string method, string target);

    // 3000: Rekognition

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

    [LoggerMessage(3005, LogLevel.Information, "Job {JobId} interrupted by the shutdown, starts over at the next start")]
    public static partial void JobInterrupted(this ILogger logger, string jobId);

    [LoggerMessage(3006, LogLevel.Error, "The state of job {JobId} cannot be recorded, next try in {Delay}")]
    public static partial void JobUnrecorded(this ILogger logger, Exception exception, string jobId, TimeSpan delay);

    [LoggerMessage(3007, LogLevel.Information, "{Count} jobs were in progress when the last run ended, and start over")]
    public static partial void JobsFound(this ILogger logger, int count);

    [LoggerMessage(3010, LogLevel.Information, "Rekognition {Operation} refused: {Error}: {Reason}")]
    public static partial void RekognitionRefused(this ILogger logger, string operation, string error, string reason);

    [LoggerMessage(3011, LogLevel.Error, "Rekognition {Operation} failed")]
    public static partial void RekognitionBroken(this ILogger logger, Exception exception, string operation);
}
