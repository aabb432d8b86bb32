namespace Amazon.Lambda.Core;

/// <summary>The levels a log line can carry.</summary>
public enum LogLevel
{
    Trace,
    Debug,
    Information,
    Warning,
    Error,
    Critical,
}
