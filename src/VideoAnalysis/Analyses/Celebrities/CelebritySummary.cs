namespace VideoAnalysis.Analyses.Celebrities;

/// <summary>What the celebrities of a video come to.</summary>
public sealed record CelebritySummary : SampledSummary;
