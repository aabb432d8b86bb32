using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Text;

/// <summary>The model's <c>TextDetectionResult</c>: a line or a word at a moment.</summary>
/// <param name="Timestamp">Milliseconds from the start of the video.</param>
/// <param name="TextDetection">The line or word.</param>
internal sealed record TextDetectionItem(long Timestamp, TextDetail TextDetection)
{
    /// <summary>What the service tells of a text.</summary>
    public static TextDetectionItem Of(TextDetection text) => new(
        text.Timestamp,
        new TextDetail
        {
            DetectedText = text.Text,
            Type = text.Type,
            Id = text.Id,
            ParentId = text.ParentId,
            Confidence = text.Confidence,
            Geometry = new(text.BoundingBox, text.Polygon),
        });
}

/// <summary>The model's <c>TextDetection</c>.</summary>
internal sealed record TextDetail
{
    public required string DetectedText { get; init; }

    public required string Type { get; init; }

    public int? Id { get; init; }

    /// <summary>The line that a word is of; absent for a line.</summary>
    public int? ParentId { get; init; }

    public float? Confidence { get; init; }

    public Geometry? Geometry { get; init; }
}

/// <summary>The model's <c>Geometry</c>.</summary>
/// <param name="BoundingBox">The upright box around the text.</param>
/// <param name="Polygon">The corners of the box that is turned with it.</param>
internal sealed record Geometry(BoundingBox? BoundingBox, IReadOnlyList<Point>? Polygon);
