namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>What multipart uploads log. Identifiers only, never payloads. An event id stays what it is.</summary>
internal static partial class Log
{
    [LoggerMessage(
        1105, LogLevel.Information, "S3: ObjectCreated:CompleteMultipartUpload of {Bucket}/{Key}, {Parts} parts")]
    public static partial void UploadCompleted(this ILogger logger, string bucket, string key, int parts);
}
