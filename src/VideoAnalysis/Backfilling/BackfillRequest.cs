namespace VideoAnalysis.Backfilling;

/// <summary>Which videos of the bucket to analyse.</summary>
public sealed record BackfillRequest
{
    /// <summary>Only keys that begin so; empty for all.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Which of them.</summary>
    public BackfillScope Scope { get; init; } = BackfillScope.New;

    /// <summary>Only keys after this one; where an earlier run stopped.</summary>
    public string? StartAfter { get; init; }
}
