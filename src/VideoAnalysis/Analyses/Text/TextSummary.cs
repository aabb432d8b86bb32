namespace VideoAnalysis.Analyses.Text;

/// <summary>What the text of a video comes to.</summary>
public sealed record TextSummary : SampledSummary
{
    /// <summary>The detections that are lines; the others are their words.</summary>
    public long Lines { get; init; }

    /// <summary>The version of the model that read it; absent when the engine does not say.</summary>
    public string? ModelVersion { get; init; }
}
