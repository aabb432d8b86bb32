using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Results;

/// <summary>Which appearances of a video are wanted.</summary>
public sealed record AppearanceQuery
{
    /// <summary>The appearances of a page when nobody says how many.</summary>
    public const int DefaultLimit = 1_000;

    /// <summary>The most appearances that a page can be asked for: about 2 MB of JSON.</summary>
    public const int MaxLimit = 10_000;

    /// <summary>Of which analysis.</summary>
    public required Analysis Analysis { get; init; }

    /// <summary>Only those that are seen at or after this many milliseconds.</summary>
    public long From { get; init; }

    /// <summary>Only those that are seen at or before this many milliseconds.</summary>
    public long To { get; init; } = long.MaxValue;

    /// <summary>The least mean confidence, 0 to 100, inclusive; one without a confidence is always wanted.</summary>
    public float MinConfidence { get; init; }

    /// <summary>Only those of this subject's key; null for all.</summary>
    public string? Subject { get; init; }

    /// <summary>The most appearances in the page.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Where to go on; null from the beginning.</summary>
    public AppearancePosition? Position { get; init; }

    /// <summary>Whether an appearance is wanted, wherever the page begins.</summary>
    public bool Matches(Appearance appearance)
    {
        ArgumentNullException.ThrowIfNull(appearance);
        return appearance.Start <= To && appearance.End >= From && !(appearance.Confidence < MinConfidence) &&
            (Subject is null || appearance.Subject?.Key == Subject);
    }
}
