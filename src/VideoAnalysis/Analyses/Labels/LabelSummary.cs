namespace VideoAnalysis.Analyses.Labels;

/// <summary>What the labels of a video come to.</summary>
public sealed record LabelSummary : SampledSummary
{
    /// <summary>The version of the model that found them; absent when the engine does not say.</summary>
    public string? ModelVersion { get; init; }
}
