namespace VideoAnalysis.Engine;

/// <summary>
/// The engine has no room for another job now (its job limit, or its call rate). The same call succeeds later.
/// </summary>
public sealed class AnalyzerBusyException(string message, Exception? innerException = null)
    : Exception(message, innerException);
