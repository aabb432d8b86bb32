namespace VideoAnalysis.Engine;

/// <summary>
/// A file that cannot be analysed, now or later; the message tells a person why, and what would help.
/// </summary>
public sealed class UnusableVideoException(UnusableVideoReason reason, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The kind of obstacle.</summary>
    public UnusableVideoReason Reason { get; } = reason;
}
