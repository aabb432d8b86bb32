namespace VideoAnalysis.Appearances;

/// <summary>Joins what has the same key: a label, a celebrity, a person in a collection.</summary>
/// <param name="state">What <see cref="AppearanceTracker.Save"/> gave; null to begin at the first detection.</param>
/// <exception cref="TrackerStateException">The state cannot be read.</exception>
public sealed class KeyedTracker(byte[]? state) : AppearanceTracker(state)
{
    /// <summary>Who is seen before a cut and after it is the same one.</summary>
    private protected override bool EndsAtCuts => false;

    private protected override Link[] Join(
        IReadOnlyList<TrackedDetection> group,
        float[]?[] embeddings,
        IReadOnlyList<OpenAppearance> open,
        long previous)
    {
        var byKey = open.ToDictionary(each => KeyOf(each.Subject), each => new Link(each), StringComparer.Ordinal);
        var links = new Link[group.Count];
        for (var i = 0; i < links.Length; i++)
        {
            var key = KeyOf(group[i].Subject);
            if (!byKey.TryGetValue(key, out links[i]))
            {
                byKey.Add(key, new(null, SameAs: i));
            }
        }

        return links;
    }

    private static string KeyOf(Subject? subject) =>
        subject?.Key ?? throw new ArgumentException("What is joined by its key needs a subject.");
}
