using VideoAnalysis.Analyses;

namespace VideoAnalysis.Results;

/// <summary>Which detections of a video are wanted.</summary>
public sealed record DetectionQuery
{
    /// <summary>The detections of a page when nobody says how many.</summary>
    public const int DefaultLimit = 1_000;

    /// <summary>The most detections that a page can be asked for.</summary>
    public const int MaxLimit = 10_000;

    /// <summary>Of which analysis.</summary>
    public required Analysis Analysis { get; init; }

    /// <summary>The earliest timestamp, in milliseconds, inclusive.</summary>
    public long From { get; init; }

    /// <summary>The latest timestamp, in milliseconds, inclusive.</summary>
    public long To { get; init; } = long.MaxValue;

    /// <summary>The least confidence, 0 to 100, inclusive; a detection without a confidence is always wanted.</summary>
    public float MinConfidence { get; init; }

    /// <summary>The most detections in the page.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Where to go on; null from the beginning.</summary>
    public DetectionPosition? Position { get; init; }

    /// <summary>Whether a detection is wanted.</summary>
    public bool Matches(Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        return detection.Timestamp >= From && detection.Timestamp <= To && !(detection.Confidence < MinConfidence);
    }
}
