namespace VideoAnalysis.Analyses;

/// <summary>What an analysis comes to whose detections are each of a single timestamp, in the order of time.</summary>
public abstract record SampledSummary : Summary
{
    /// <summary>At how many timestamps there is at least one detection.</summary>
    public long Timestamps { get; init; }

    /// <summary>The most detections at one timestamp.</summary>
    public long MostAtOnce { get; init; }

    /// <summary>The first timestamp with a detection, in milliseconds; absent when there is none.</summary>
    public long? FirstTimestamp { get; init; }

    /// <summary>The last timestamp with a detection, in milliseconds; absent when there is none.</summary>
    public long? LastTimestamp { get; init; }

    /// <summary>How many detections there are at <see cref="LastTimestamp"/>.</summary>
    public long AtLastTimestamp { get; init; }

    /// <summary>0 to 100; absent when no detection has a confidence.</summary>
    public float? LowestConfidence { get; init; }

    /// <summary>0 to 100; absent when no detection has a confidence.</summary>
    public float? HighestConfidence { get; init; }
}

/// <summary>Counts detections.</summary>
internal static class SampledSummaries
{
    /// <summary>The summary with one detection more.</summary>
    public static TSummary With<TSummary>(this TSummary summary, Detection detection)
        where TSummary : SampledSummary
    {
        var atThisTimestamp = detection.Timestamp == summary.LastTimestamp ? summary.AtLastTimestamp + 1 : 1;
        return (TSummary)((SampledSummary)summary with
        {
            Detections = summary.Detections + 1,
            Timestamps = summary.Timestamps + (atThisTimestamp == 1 ? 1 : 0),
            MostAtOnce = Math.Max(summary.MostAtOnce, atThisTimestamp),
            FirstTimestamp = summary.FirstTimestamp ?? detection.Timestamp,
            LastTimestamp = detection.Timestamp,
            AtLastTimestamp = atThisTimestamp,
            LowestConfidence = Least(summary.LowestConfidence, detection.Confidence),
            HighestConfidence = Most(summary.HighestConfidence, detection.Confidence),
        });
    }

    private static float? Least(float? one, float? other) => one is null || other < one ? other ?? one : one;

    private static float? Most(float? one, float? other) => one is null || other > one ? other ?? one : one;
}
