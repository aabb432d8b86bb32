using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Testing.Samples;

/// <summary>Text for tests: at every timestamp a title of two words, which rolls upwards, and a clock.</summary>
public static class SomeText
{
    private const int AtOnce = 5;

    /// <summary>So many lines and words.</summary>
    public static IReadOnlyList<TextDetection> Of(int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var sample = i / AtOnce;
        var (top, time) = (0.9f - (sample % 20 * 0.04f), sample * 500L);
        return (i % AtOnce) switch
        {
            0 => Line(time, 0, $"{AnyText.Of(sample / 20)} Smith", new(0.2f, top, 0.3f, 0.05f)),
            1 => Line(time, 1, $"12:{sample / 120:00}:{sample / 2 % 60:00}", new(0.8f, 0.05f, 0.15f, 0.05f)),
            2 => Word(time, 2, 0, AnyText.Of(sample / 20), new(0.2f, top, 0.15f, 0.05f)),
            3 => Word(time, 3, 0, "Smith", new(0.35f, top, 0.15f, 0.05f)),
            _ => new() { Timestamp = time, Text = "", Type = "GLYPH" },
        };
    })];

    private static TextDetection Line(long time, int id, string text, BoundingBox box) => new()
    {
        Timestamp = time,
        Confidence = 99.5f,
        Type = "LINE",
        Id = id,
        Text = text,
        BoundingBox = box,
        Polygon =
        [
            new(box.Left, box.Top),
            new(box.Left + box.Width, box.Top),
            new(box.Left + box.Width, box.Top + box.Height),
            new(box.Left, box.Top + box.Height),
        ],
    };

    private static TextDetection Word(long time, int id, int parent, string text, BoundingBox box) =>
        Line(time, id, text, box) with { Type = "WORD", ParentId = parent };
}
