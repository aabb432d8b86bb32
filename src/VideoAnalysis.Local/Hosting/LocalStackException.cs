namespace VideoAnalysis.Local.Hosting;

/// <summary>The local stack cannot start. The message says why, and which option changes that.</summary>
internal class LocalStackException(string message, Exception? innerException = null)
    : Exception(message, innerException);
