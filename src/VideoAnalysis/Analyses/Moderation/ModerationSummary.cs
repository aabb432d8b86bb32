namespace VideoAnalysis.Analyses.Moderation;

/// <summary>What the moderation labels of a video come to.</summary>
public sealed record ModerationSummary : SampledSummary
{
    /// <summary>
    /// The detections at the top level of the taxonomy: unlike <see cref="Summary.Detections"/>, not every label counts
    /// again with each of its ancestors.
    /// </summary>
    public long TopLevel { get; init; }

    /// <summary>The version of the model that found them; absent when the engine does not say.</summary>
    public string? ModelVersion { get; init; }
}
