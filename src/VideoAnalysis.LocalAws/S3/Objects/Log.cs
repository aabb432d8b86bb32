namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>What the stored objects log. Identifiers only, never payloads. An event id stays what it is.</summary>
internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Information, "{Count} files that the last run left unfinished or unused were deleted")]
    public static partial void LeftoversDeleted(this ILogger logger, int count);

    [LoggerMessage(1101, LogLevel.Error, "The file {File} of an object is missing from the data folder; the object is gone")]
    public static partial void FileMissing(this ILogger logger, string file);
}
