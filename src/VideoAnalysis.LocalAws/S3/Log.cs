namespace VideoAnalysis.LocalAws.S3;

/// <summary>
/// What the endpoint and its sweeper log. Identifiers only, never payloads. An event id stays what it is.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(
        1100, LogLevel.Information, "{Count} files that the last run left unfinished or unused were deleted")]
    public static partial void LeftoversDeleted(this ILogger logger, int count);

    [LoggerMessage(
        1101, LogLevel.Error, "The file {File} of an object is missing from the data folder; the object is gone")]
    public static partial void FileMissing(this ILogger logger, string file);

    [LoggerMessage(1103, LogLevel.Debug, "S3: {Method} {Target} refused: {Status} {Code}: {Message}")]
    public static partial void RequestRefused(
        this ILogger logger, string method, string target, int status, string code, string message);

    [LoggerMessage(1104, LogLevel.Error, "S3: {Method} {Target} failed")]
    public static partial void RequestFailed(this ILogger logger, Exception exception, string method, string target);
}
