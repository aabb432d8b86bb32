using VideoAnalysis.Analyses;

namespace VideoAnalysis.Testing.Samples;

/// <summary>An analysis, and detections of it to test with.</summary>
/// <param name="Analysis">The analysis, with its usual settings.</param>
/// <param name="Detections">
/// Makes so many detections, the same each time, in an order as the engine's: some with all that can be known of one
/// and some with the least, and texts that hold any character.
/// </param>
public sealed record AnalysisSample(Analysis Analysis, Func<int, IReadOnlyList<Detection>> Detections);
