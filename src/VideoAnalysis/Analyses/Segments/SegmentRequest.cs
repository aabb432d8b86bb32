using VideoAnalysis.Engine;

namespace VideoAnalysis.Analyses.Segments;

/// <summary>Asks the engine for segments.</summary>
/// <param name="Wanted">Which of them.</param>
public sealed record SegmentRequest(SegmentOptions Wanted) : EngineRequest("segments");
