namespace VideoAnalysis.Engine;

/// <summary>
/// The engine itself failed, for example because its decoder was killed or stopped answering. The video is not to
/// blame: the same call may succeed when it is tried again.
/// </summary>
public sealed class EngineFailureException(string message, Exception? inner = null) : Exception(message, inner);
