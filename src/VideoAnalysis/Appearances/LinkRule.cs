namespace VideoAnalysis.Appearances;

/// <summary>How far boxes of the same thing may be apart from one timestamp to the next.</summary>
public sealed record LinkRule
{
    /// <summary>
    /// How far the centre may be from where it is expected half a second after the last detection, in sizes of the
    /// box: widths horizontally, heights vertically.
    /// </summary>
    public required double MaxDistance { get; init; }

    /// <summary>How much farther a second, in sizes of the box.</summary>
    public required double MaxDistancePerSecond { get; init; }

    /// <summary>How many times as high as the other box the higher one may be.</summary>
    public required double MaxHeightRatio { get; init; }

    /// <summary>What the natural logarithm of the ratio of the heights weighs against the distance.</summary>
    public required double HeightWeight { get; init; }

    /// <summary>The farthest distance of two embeddings of the same thing, where there are embeddings.</summary>
    public double MaxEmbeddingDistance { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// Whether a hard cut ends what appears. It does not where the subject says that the same thing is seen before it
    /// and after it.
    /// </summary>
    public bool EndsAtCuts { get; init; } = true;

    /// <summary>A box that is this near to where it is expected, in sizes of the box, has not jumped.</summary>
    public double SmoothDistance { get; init; }

    /// <summary>A box that is at most this many times as high has not jumped.</summary>
    public double SmoothHeightRatio { get; init; } = 1;
}
