using VideoAnalysis.Engine;

namespace VideoAnalysis.Analyses.Faces;

/// <summary>Asks the engine for faces.</summary>
/// <param name="AllAttributes">Whether everything is measured that can be, or the default attributes.</param>
public sealed record FaceRequest(bool AllAttributes) : EngineRequest("faces");
