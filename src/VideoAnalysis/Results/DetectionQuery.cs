using VideoAnalysis.Analyses;

namespace VideoAnalysis.Results;

/// <summary>Which detections of a video are wanted.</summary>
public sealed record DetectionQuery : ResultQuery
{
    /// <inheritdoc cref="Start"/>
    public DetectionPosition? Position { get; init; }

    /// <inheritdoc/>
    public override ResultPosition? Start => Position;

    /// <summary>Whether a detection is wanted, wherever the page begins.</summary>
    public bool Matches(Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        return Matches(detection.Timestamp, detection.End, detection.Confidence ?? float.NaN);
    }
}
