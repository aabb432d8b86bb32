namespace VideoAnalysis.Analyses.Moderation;

/// <summary>Which moderation labels are asked for.</summary>
public sealed record ModerationOptions
{
    /// <summary>The least confidence, 0 to 100. Below 50 there are many false ones.</summary>
    public float MinConfidence { get; init; } = 50;
}
