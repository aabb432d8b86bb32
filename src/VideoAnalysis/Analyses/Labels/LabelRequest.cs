using VideoAnalysis.Engine;

namespace VideoAnalysis.Analyses.Labels;

/// <summary>Asks the engine for labels.</summary>
/// <param name="MinConfidence">The least confidence of a label and of an instance, 0 to 100.</param>
public sealed record LabelRequest(float MinConfidence) : EngineRequest("labels");
