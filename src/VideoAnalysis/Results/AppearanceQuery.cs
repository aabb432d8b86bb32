using VideoAnalysis.Appearances;

namespace VideoAnalysis.Results;

/// <summary>Which appearances of a video are wanted. Their confidence is the mean of their detections'.</summary>
public sealed record AppearanceQuery : ResultQuery
{
    /// <summary>Only those of this subject's key; null for all.</summary>
    public string? Subject { get; init; }

    /// <inheritdoc cref="Start"/>
    public AppearancePosition? Position { get; init; }

    /// <inheritdoc/>
    public override ResultPosition? Start => Position;

    /// <inheritdoc/>
    public override string? Own => Subject;

    /// <summary>Whether an appearance is wanted, wherever the page begins.</summary>
    public bool Matches(Appearance appearance)
    {
        ArgumentNullException.ThrowIfNull(appearance);
        return Matches(appearance.Start, appearance.End, appearance.Confidence ?? float.NaN) &&
            (Subject is null || appearance.Subject?.Key == Subject);
    }
}
