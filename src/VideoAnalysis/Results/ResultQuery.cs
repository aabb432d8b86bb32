using VideoAnalysis.Analyses;

namespace VideoAnalysis.Results;

/// <summary>Which results of one analysis of a video are wanted.</summary>
public abstract record ResultQuery
{
    /// <summary>The results of a page by default.</summary>
    public const int DefaultLimit = 1_000;

    /// <summary>The most results that a page can be asked for.</summary>
    public const int MaxLimit = 10_000;

    /// <summary>Of which analysis.</summary>
    public required Analysis Analysis { get; init; }

    /// <summary>What ends before this is not wanted, in milliseconds.</summary>
    public long From { get; init; }

    /// <summary>What begins after this is not wanted, in milliseconds.</summary>
    public long To { get; init; } = long.MaxValue;

    /// <summary>The least confidence, 0 to 100, inclusive; what has no confidence is always wanted.</summary>
    public float MinConfidence { get; init; }

    /// <summary>The most results in the page.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Where to go on; null from the beginning.</summary>
    public virtual ResultPosition? Start => null;

    /// <summary>What only this kind of query asks for, in words of its own; null for nothing.</summary>
    public virtual string? Own => null;

    /// <summary>
    /// Whether what is seen at these times, in milliseconds, with this confidence, NaN for none, is wanted.
    /// </summary>
    internal bool Matches(long start, long end, float confidence) =>
        start <= To && end >= From && !(confidence < MinConfidence);
}
