namespace VideoAnalysis.LocalAws.S3.Operations;

/// <summary>
/// What the operations on objects log. Identifiers only, never payloads. An event id stays what it is.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1102, LogLevel.Information, "S3: {Event} of {Bucket}/{Key}, {Size} bytes")]
    public static partial void ObjectStored(this ILogger logger, string @event, string bucket, string key, long size);
}
