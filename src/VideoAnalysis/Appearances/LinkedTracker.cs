namespace VideoAnalysis.Appearances;

/// <summary>
/// Joins boxes that are near each other from timestamp to timestamp: for what the engine does not tell apart. Boxes
/// with different subjects are not joined. Cuts end what appears; where they are not known, an appearance that goes on
/// although most boxes jump is marked as unverified.
/// </summary>
/// <param name="rule">How far boxes of the same thing may be apart.</param>
/// <param name="state">What <see cref="AppearanceTracker.Save"/> gave; null to begin at the first detection.</param>
/// <exception cref="TrackerStateException">The state cannot be read.</exception>
public sealed class LinkedTracker(LinkRule rule, byte[]? state) : AppearanceTracker(state)
{
    /// <summary>No movement is expected to go on for longer, in seconds.</summary>
    private const double MaxPrediction = 1;

    /// <summary>The time for which <see cref="LinkRule.MaxDistance"/> holds, in seconds.</summary>
    private const double UsualStep = 0.5;

    private readonly double _maxHeightRatio = Math.Log(rule.MaxHeightRatio);
    private readonly double _smoothHeightRatio = Math.Log(rule.SmoothHeightRatio);

    private protected override bool EndsAtCuts => rule.EndsAtCuts;

    private protected override Link[] Join(
        IReadOnlyList<TrackedDetection> group,
        float[]?[] embeddings,
        IReadOnlyList<OpenAppearance> open,
        long previous)
    {
        var candidates = new List<Candidate>();
        for (var detection = 0; detection < group.Count; detection++)
        {
            foreach (var appearance in open)
            {
                if (Compare(appearance, group[detection], embeddings[detection]) is { } found)
                {
                    candidates.Add(new(found.Cost, appearance, detection, found.IsSmooth));
                }
            }
        }

        // The cheapest first. Pairing all of them at the lowest total cost joins no better.
        candidates.Sort((one, other) =>
            (one.Cost, one.Appearance.Id, one.Detection).CompareTo((other.Cost, other.Appearance.Id, other.Detection)));
        var taken = new HashSet<int>();
        var chosen = new Candidate?[group.Count];
        foreach (var candidate in candidates)
        {
            if (chosen[candidate.Detection] is null && taken.Add(candidate.Appearance.Id))
            {
                chosen[candidate.Detection] = candidate;
            }
        }

        var smooth = chosen.Count(each => each is { IsSmooth: true } && each.Appearance.Last == previous);
        var boxes = Math.Max(group.Count, open.Count(each => each.Last == previous));
        var mayBeCut = rule.EndsAtCuts && 2 * smooth < boxes;
        return [.. chosen.Select((each, i) => new Link(
            each?.Appearance, mayBeCut && (embeddings[i] is null || each?.Appearance.Embedding is null)))];
    }

    private (double Cost, bool IsSmooth)? Compare(
        OpenAppearance open, in TrackedDetection detection, float[]? embedding)
    {
        var seconds = (detection.Timestamp - open.Last) / 1000.0;
        if (seconds <= 0 || open.Box is not { Width: > 0, Height: > 0 } from
            || detection.BoundingBox is not { Width: > 0, Height: > 0 } to
            || !string.Equals(open.Subject?.Key, detection.Subject?.Key, StringComparison.Ordinal))
        {
            return null;
        }

        var ahead = Math.Min(seconds, MaxPrediction);
        var (right, down) = (open.Velocity.X * ahead, open.Velocity.Y * ahead);
        var x = (from.CenterX() + right - to.CenterX()) / Math.Sqrt((double)from.Width * to.Width);
        var y = (from.CenterY() + down - to.CenterY()) / Math.Sqrt((double)from.Height * to.Height);
        var distance = Math.Sqrt((x * x) + (y * y));
        var heightRatio = Math.Abs(Math.Log((double)to.Height / from.Height));
        var isCandidate = distance <= rule.MaxDistance + (rule.MaxDistancePerSecond * (seconds - UsualStep))
            && heightRatio <= _maxHeightRatio
            && AreNear(open.Embedding, embedding);
        if (!isCandidate)
        {
            return null;
        }

        return (
            distance + (rule.HeightWeight * heightRatio),
            distance <= rule.SmoothDistance && heightRatio <= _smoothHeightRatio);
    }

    /// <summary>
    /// Whether two embeddings may be the same thing's; where one is missing, nothing speaks against it.
    /// </summary>
    private bool AreNear(float[]? one, float[]? other)
    {
        if (one is null || other is null)
        {
            return true;
        }

        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            var difference = (double)one[i] - other[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum) <= rule.MaxEmbeddingDistance;
    }

    private sealed record Candidate(double Cost, OpenAppearance Appearance, int Detection, bool IsSmooth);
}
