namespace VideoAnalysis.Appearances;

/// <summary>
/// What the appearances of a video come to. It is gathered as they end, in their order, and its size is bounded:
/// while it is gathered it holds more subjects than are shown.
/// </summary>
public sealed record AppearanceSummary
{
    /// <summary>So many of the most prominent subjects are shown.</summary>
    public const int Shown = 10;

    /// <summary>So many subjects are counted at once; a video with more gets a lower bound for some of them.</summary>
    private const int Counted = 64;

    /// <summary>The number of appearances.</summary>
    public long Count { get; init; }

    /// <summary>The most prominent subjects, the one that is present for longest first.</summary>
    public IReadOnlyList<ProminentSubject> MostProminent { get; init; } = [];

    /// <summary>The summary with one appearance more.</summary>
    public AppearanceSummary Add(Appearance appearance)
    {
        ArgumentNullException.ThrowIfNull(appearance);
        return this with
        {
            Count = Count + 1,
            MostProminent =
                appearance.Subject is { } subject ? AddToSubject(appearance, subject) : AddAlone(appearance),
        };
    }

    /// <summary>The summary when all appearances have ended: as it is shown.</summary>
    /// <param name="duration">The length of the video in milliseconds, if it is known.</param>
    public AppearanceSummary Finish(long? duration) => this with
    {
        MostProminent =
        [
            .. Sorted(MostProminent.Select(WithoutSurplus)).Take(Shown).Select(each => each with
            {
                Share = duration > 0 ? Math.Min(1, (float)each.Present / duration.Value) : null,
            }),
        ],
    };

    /// <inheritdoc/>
    public bool Equals(AppearanceSummary? other) =>
        other is not null && Count == other.Count && MostProminent.SequenceEqual(other.MostProminent);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, MostProminent.Count);

    private static IEnumerable<ProminentSubject> Sorted(IEnumerable<ProminentSubject> subjects) =>
        subjects.OrderByDescending(each => each.Present).ThenBy(each => each.Appearance);

    private static ProminentSubject WithoutSurplus(ProminentSubject subject) =>
        subject with { Present = subject.Present - (subject.Surplus ?? 0), Surplus = null };

    private static ProminentSubject Of(Appearance appearance) =>
        new(appearance.Subject, appearance.Id, appearance.Start, Appearances: 1, appearance.Present);

    /// <summary>
    /// Nothing joins such an appearance with a later one: those that are shown are all that is needed.
    /// </summary>
    private ProminentSubject[] AddAlone(Appearance appearance) =>
        [.. Sorted([.. MostProminent, Of(appearance)]).Take(Shown)];

    /// <summary>
    /// Counts the most frequent in bounded space ("Space-Saving", Metwally et al., 2005): a new subject takes the
    /// place, and the count, of the one that has the least.
    /// </summary>
    private ProminentSubject[] AddToSubject(Appearance appearance, Subject subject)
    {
        var known = MostProminent.FirstOrDefault(each => each.Subject?.Key == subject.Key);
        if (known is not null)
        {
            return [.. Sorted(MostProminent.Select(each => each != known ? each : each with
            {
                Appearances = each.Appearances + 1,
                Present = each.Present + appearance.Present,
                Subject = each.Subject?.Name is null ? subject : each.Subject,
            }))];
        }

        if (MostProminent.Count < Counted)
        {
            return [.. Sorted([.. MostProminent, Of(appearance)])];
        }

        var least = MostProminent[^1].Present;
        return [.. Sorted(
        [
            .. MostProminent.SkipLast(1),
            Of(appearance) with { Present = least + appearance.Present, Surplus = least },
        ])];
    }
}

/// <summary>A subject that is seen for long.</summary>
/// <param name="Subject">What it is; absent where an appearance has no subject, and is counted on its own.</param>
/// <param name="Appearance">The number of its appearance that ended first.</param>
/// <param name="Start">When that one begins, in milliseconds from the start of the video.</param>
/// <param name="Appearances">How many appearances it has.</param>
/// <param name="Present">For how many milliseconds it is seen altogether, at least.</param>
/// <param name="Share">For which share of the video, 0 to 1; absent if the video's length is not known.</param>
/// <param name="Surplus">While the summary is gathered: by how much <paramref name="Present"/> may be too much.</param>
public sealed record ProminentSubject(
    Subject? Subject,
    int Appearance,
    long Start,
    long Appearances,
    long Present,
    float? Share = null,
    long? Surplus = null);
