using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Text;

/// <summary>
/// One line of text at one timestamp, or one word of a line: each text comes as a line and as its words.
/// </summary>
public sealed record TextDetection : Detection
{
    /// <summary>What is read.</summary>
    public required string Text { get; init; }

    /// <summary><c>LINE</c> or <c>WORD</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The number among the texts of this timestamp, from 0.</summary>
    public int? Id { get; init; }

    /// <summary>The <see cref="Id"/> of the line that a word is of; absent for a line.</summary>
    public int? ParentId { get; init; }

    /// <summary>The upright box around it; absent when the engine does not say.</summary>
    public BoundingBox? BoundingBox { get; init; }

    /// <summary>The corners of the box that is turned with the text.</summary>
    public IReadOnlyList<Point>? Polygon { get; init; }
}

/// <summary>A point as ratios of the frame's width and height.</summary>
/// <param name="X">Ratio of the frame's width, from the left.</param>
/// <param name="Y">Ratio of the frame's height, from the top.</param>
public sealed record Point(float X, float Y);
