namespace VideoAnalysis.Appearances;

/// <summary>
/// What is known beside the detections: hard cuts in a stretch of the video, and what tells one face from another.
/// Anything of it may be unknown.
/// </summary>
public sealed record AppearanceEvidence
{
    /// <summary>Nothing is known.</summary>
    public static readonly AppearanceEvidence None = new();

    /// <summary>
    /// The hard cuts, each as the milliseconds from the start of the video to the first frame after it, in order.
    /// Null if they are not known; then no others are looked for.
    /// </summary>
    public IReadOnlyList<long>? Cuts { get; init; }

    /// <summary>From here on <see cref="Cuts"/> has all of them, in milliseconds.</summary>
    public long CutsFrom { get; init; }

    /// <summary>Up to here, inclusive, <see cref="Cuts"/> has all of them, in milliseconds.</summary>
    public long CutsTo { get; init; } = long.MaxValue;

    /// <summary>
    /// Embeddings by the number of the detection, counted from 0 in the engine's order. Null if there are none;
    /// otherwise it has every detection that was asked for, with null where a face has no embedding.
    /// </summary>
    public IReadOnlyDictionary<long, float[]?>? Embeddings { get; init; }

    /// <summary>Whether all cuts after one time and up to another are known.</summary>
    internal bool KnowsCuts(long after, long upTo) => Cuts is not null && CutsFrom <= after && upTo <= CutsTo;

    /// <summary>The first cut after one time and at or before another.</summary>
    internal long? FirstCut(long after, long upTo)
    {
        foreach (var cut in Cuts ?? [])
        {
            if (cut > after)
            {
                return cut <= upTo ? cut : null;
            }
        }

        return null;
    }

    /// <summary>The embedding of a detection, if it has one.</summary>
    /// <exception cref="ArgumentException">There are embeddings, but this detection's was not asked for.</exception>
    internal float[]? EmbeddingOf(long detection) =>
        Embeddings is null ? null
        : Embeddings.TryGetValue(detection, out var embedding) ? embedding
        : throw new ArgumentException($"The evidence says nothing about detection {detection}: ask for it, too.");
}
