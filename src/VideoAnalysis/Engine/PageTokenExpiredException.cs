namespace VideoAnalysis.Engine;

/// <summary>The engine does not accept a page's token any more (Rekognition keeps one for 24 hours).</summary>
public sealed class PageTokenExpiredException(string message, Exception? innerException = null)
    : Exception(message, innerException);
