using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Text;

/// <summary>Which words are asked for. What is left out here is not in the lines either.</summary>
public sealed record TextOptions
{
    /// <summary>The least confidence of a word, 0 to 100.</summary>
    public float MinConfidence { get; init; } = 80;

    /// <summary>The least height of a word, as a ratio of the frame's height; null for any.</summary>
    public float? MinHeight { get; init; }

    /// <summary>The least width of a word, as a ratio of the frame's width; null for any.</summary>
    public float? MinWidth { get; init; }

    /// <summary>
    /// The parts of the frame in which more than half of a word has to lie, at most 10; empty for the whole.
    /// </summary>
    public IReadOnlyList<BoundingBox> Regions { get; init; } = [];
}
