namespace VideoAnalysis.LocalAws.Rekognition;

/// <summary>What the endpoint logs. Identifiers only, never payloads. An event id stays what it is.</summary>
internal static partial class Log
{
    [LoggerMessage(3010, LogLevel.Information, "Rekognition {Operation} refused: {Error}: {Reason}")]
    public static partial void RekognitionRefused(this ILogger logger, string operation, string error, string reason);

    [LoggerMessage(3011, LogLevel.Error, "Rekognition {Operation} failed")]
    public static partial void RekognitionBroken(this ILogger logger, Exception exception, string operation);
}
