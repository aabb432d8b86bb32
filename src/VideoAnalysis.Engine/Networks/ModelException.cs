namespace VideoAnalysis.Engine.Networks;

/// <summary>
/// A model is missing, damaged, or another than this program was made for. The message says what to do.
/// </summary>
internal sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);
