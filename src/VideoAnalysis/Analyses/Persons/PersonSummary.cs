namespace VideoAnalysis.Analyses.Persons;

/// <summary>What the persons of a video come to.</summary>
public sealed record PersonSummary : SampledSummary
{
    /// <summary>The detections of persons whose face is like one of the collection.</summary>
    public long Matched { get; init; }
}
