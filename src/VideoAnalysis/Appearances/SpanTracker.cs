namespace VideoAnalysis.Appearances;

/// <summary>Joins nothing: every detection is an appearance.</summary>
/// <param name="state">What <see cref="AppearanceTracker.Save"/> gave; null to begin at the first detection.</param>
/// <exception cref="TrackerStateException">The state cannot be read.</exception>
public sealed class SpanTracker(byte[]? state) : AppearanceTracker(state)
{
    private protected override bool EndsAtCuts => false;

    private protected override Link[] Join(
        IReadOnlyList<TrackedDetection> group,
        float[]?[] embeddings,
        IReadOnlyList<OpenAppearance> open,
        long previous) =>
        new Link[group.Count];
}
