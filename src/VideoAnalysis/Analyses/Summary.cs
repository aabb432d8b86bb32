using VideoAnalysis.Appearances;

namespace VideoAnalysis.Analyses;

/// <summary>What a whole analysis comes to, gathered detection by detection while the pages are read.</summary>
public abstract record Summary
{
    /// <summary>The number of detections.</summary>
    public long Detections { get; init; }

    /// <summary>What the detections join into.</summary>
    public AppearanceSummary Appearances { get; init; } = new();
}
