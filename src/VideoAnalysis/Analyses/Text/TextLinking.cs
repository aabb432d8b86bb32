using VideoAnalysis.Appearances;

namespace VideoAnalysis.Analyses.Text;

/// <summary>What joins text into appearances: the same line at the same place. A word appears with its line.</summary>
internal static class TextLinking
{
    /// <summary>
    /// The same words are the same text across a cut, and may roll as credits do: far for their height.
    /// </summary>
    public static readonly LinkRule Rule = new()
    {
        MaxDistance = 3,
        MaxDistancePerSecond = 1,
        MaxHeightRatio = 1.5,
        HeightWeight = 0.5,
        EndsAtCuts = false,
    };

    /// <summary>What a tracker needs to know of a line or word.</summary>
    public static TrackedDetection Of(TextDetection text) => new()
    {
        Timestamp = text.Timestamp,
        Confidence = text.Confidence,
        BoundingBox = text.BoundingBox,
        Subject = new(Normalized(text.Text), text.Text),
        Score = text.Confidence ?? 0,
        Number = text.Id,
        PartOf = text.ParentId,
    };

    /// <summary>
    /// The text as it is compared: without regard to capitals and the width of spaces, and without the marks at the
    /// ends of words, which are read at one timestamp and missed at the next.
    /// </summary>
    public static string Normalized(string text)
    {
        var words = text.ToUpperInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('.', ',', ';', ':', '!', '?', '\'', '"', '-', '(', ')'))
            .Where(word => word.Length > 0);
        var normalized = string.Join(' ', words);
        return normalized.Length > 0 ? normalized : text;
    }
}
