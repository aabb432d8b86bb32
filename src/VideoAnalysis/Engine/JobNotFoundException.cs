namespace VideoAnalysis.Engine;

/// <summary>The engine does not know the job, or no longer (Rekognition keeps results for 7 days).</summary>
public sealed class JobNotFoundException(string message, Exception? innerException = null)
    : Exception(message, innerException);
