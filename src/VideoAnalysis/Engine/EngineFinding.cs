using VideoAnalysis.Analyses;

namespace VideoAnalysis.Engine;

/// <summary>One thing that the engine found.</summary>
/// <param name="Analysis">The name of the analysis that it belongs to.</param>
/// <param name="Detection">What was found.</param>
/// <param name="Embedding">
/// What tells the thing from others of its kind: a vector whose distances mean likeness. Empty where the engine
/// measures none.
/// </param>
public sealed record EngineFinding(string Analysis, Detection Detection, ReadOnlyMemory<float> Embedding = default);
