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

    /// <summary>What ends before this is not wanted, in milliseconds.</summary>
    public long From { get; init; }

    /// <summary>What begins after this is not wanted, in milliseconds.</summary>
    public long To { get; init; } = long.MaxValue;

    /// <summary>The least confidence, 0 to 100, inclusive; a detection without a confidence is always wanted.</summary>
    public float MinConfidence { get; init; }

    /// <summary>The most detections in the page.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Where to go on; null from the beginning.</summary>
    public DetectionPosition? Position { get; init; }

    /// <summary>Whether a detection is wanted: it is seen from <see cref="From"/> to <see cref="To"/>, at least in part.</summary>
    public bool Matches(Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        return Matches(detection.Timestamp, detection.End, detection.Confidence ?? float.NaN);
    }

    /// <summary>Whether a detection with these times and this confidence, NaN for none, is wanted.</summary>
    internal bool Matches(long timestamp, long end, float confidence) =>
        timestamp <= To && end >= From && !(confidence < MinConfidence);
}
