namespace VideoAnalysis.Engine;

/// <summary>The engine will never analyse this video as it is. The message says why, and what to do.</summary>
public sealed class AnalysisRefusedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
