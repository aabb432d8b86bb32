using VideoAnalysis.Engine;

namespace VideoAnalysis.Analyses.Text;

/// <summary>Asks the engine for text.</summary>
/// <param name="Wanted">Which words.</param>
public sealed record TextRequest(TextOptions Wanted) : EngineRequest("text");
