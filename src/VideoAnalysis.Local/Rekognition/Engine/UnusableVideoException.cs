namespace VideoAnalysis.Local.Rekognition.Engine;

/// <summary>A video cannot be analysed, now or later. The message tells its owner why, and what to do.</summary>
internal sealed class UnusableVideoException(string message, Exception? innerException = null)
    : Exception(message, innerException);
