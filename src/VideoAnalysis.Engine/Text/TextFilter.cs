using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Engine.Pictures;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Text;

/// <summary>Makes detections of what was read: each line, and after it its words that are wanted.</summary>
/// <param name="wanted">Which words are.</param>
internal sealed class TextFilter(TextOptions wanted)
{
    /// <summary>
    /// How many words of a picture are told at most, as with Rekognition (quotas, "words per image").
    /// </summary>
    public const int MaxWords = 100;

    /// <summary>The detections of a picture; a line without a wanted word is left out.</summary>
    /// <param name="lines">What was read, in its order.</param>
    /// <param name="timestamp">Of the picture, in milliseconds.</param>
    public IReadOnlyList<TextDetection> Of(IEnumerable<TextLine> lines, long timestamp)
    {
        var detections = new List<TextDetection>();
        var words = 0;
        foreach (var line in lines)
        {
            var left = line.Words.Where(IsWanted).Take(MaxWords - words).ToList();
            if (left.Count > 0)
            {
                var id = detections.Count;
                var whole = left.Count == line.Words.Count ? line.Whole : Joined(left);
                detections.Add(Detection(whole, timestamp, "LINE", id, null));
                detections.AddRange(left.Select((word, i) => Detection(word, timestamp, "WORD", id + 1 + i, id)));
                words += left.Count;
            }
        }

        return detections;
    }

    private bool IsWanted(TextPart word)
    {
        var box = BoxOf(word.Polygon);
        return word.Confidence >= wanted.MinConfidence
            && !(box.Height < wanted.MinHeight)
            && !(box.Width < wanted.MinWidth)
            && (wanted.Regions.Count == 0
                || wanted.Regions.Any(region => box.SharedArea(region) > box.Width * box.Height / 2));
    }

    private static TextPart Joined(List<TextPart> words) => new(
        string.Join(' ', words.Select(word => word.Text)),
        words.Average(word => word.Confidence),
        [words[0].Polygon[0], words[^1].Polygon[1], words[^1].Polygon[2], words[0].Polygon[3]]);

    private static TextDetection Detection(TextPart part, long timestamp, string type, int id, int? parent) => new()
    {
        Timestamp = timestamp,
        Confidence = (float)part.Confidence,
        Text = part.Text,
        Type = type,
        Id = id,
        ParentId = parent,
        BoundingBox = BoxOf(part.Polygon),
        Polygon = [.. part.Polygon.Select(corner => new Point((float)corner.X, (float)corner.Y))],
    };

    private static BoundingBox BoxOf(IReadOnlyList<Point2> polygon)
    {
        var (left, top) = (polygon.Min(corner => corner.X), polygon.Min(corner => corner.Y));
        return new(
            (float)left,
            (float)top,
            (float)(polygon.Max(corner => corner.X) - left),
            (float)(polygon.Max(corner => corner.Y) - top));
    }
}
