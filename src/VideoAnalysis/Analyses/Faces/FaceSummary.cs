namespace VideoAnalysis.Analyses.Faces;

/// <summary>What the faces of a video come to.</summary>
public sealed record FaceSummary : SampledSummary
{
    /// <summary>0 to 100; absent when no face was seen.</summary>
    public double? MeanConfidence { get; init; }
}
