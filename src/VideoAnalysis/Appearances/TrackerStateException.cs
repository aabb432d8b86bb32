namespace VideoAnalysis.Appearances;

/// <summary>
/// A tracker's saved state cannot be read, as after an update that keeps another state. Start at the first detection.
/// </summary>
public sealed class TrackerStateException(string message, Exception? innerException = null)
    : Exception(message, innerException);
