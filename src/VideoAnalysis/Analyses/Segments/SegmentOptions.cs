namespace VideoAnalysis.Analyses.Segments;

/// <summary>Which segments are asked for. Each type has a price of its own.</summary>
public sealed record SegmentOptions
{
    /// <summary>Whether shots are: what lies between two cuts.</summary>
    public bool Shots { get; init; } = true;

    /// <summary>
    /// Whether technical cues are: black frames, credits, colour bars, slates, logos, and the content between.
    /// </summary>
    public bool TechnicalCues { get; init; }

    /// <summary>The least confidence of a shot, 50 to 100.</summary>
    public float MinShotConfidence { get; init; } = 50;

    /// <summary>The least confidence of a technical cue, 50 to 100.</summary>
    public float MinCueConfidence { get; init; } = 50;

    /// <summary>The brightest that still is black, as a share of the range of luminance: 0 to 1.</summary>
    public float MaxPixelThreshold { get; init; } = 0.2f;

    /// <summary>How much of a frame has to be black, in percent.</summary>
    public float MinCoveragePercentage { get; init; } = 99;
}
