using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Appearances;
using VideoAnalysis.Tests.Appearances;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Tests.Analyses;

/// <summary>What is particular to the appearances of text.</summary>
public sealed class TextAppearanceTests
{
    private static readonly TextAnalysis Analysis = new(new());

    [Fact]
    public void A_line_appears_once_however_it_is_spelled_and_its_words_appear_with_it()
    {
        var tracked = Follow(
            Line(0, 0, "Hello, world", 0.5f), Word(0, 1, 0, "Hello,"), Word(0, 2, 0, "world"),
            Line(500, 0, "HELLO  WORLD!", 0.5f), Word(500, 1, 0, "HELLO"), Word(500, 2, 0, "WORLD!"));

        Assert.Equal(new Subject("HELLO WORLD", "Hello, world"), Assert.Single(tracked.Appearances).Subject);
        Assert.All(tracked.Detections, detection => Assert.Equal(0, detection.Appearance));
        Assert.Equal(2, tracked.Appearances[0].Detections);
    }

    [Fact]
    public void The_first_line_has_the_number_0_and_words_nevertheless()
    {
        var tracked = Follow(
            Line(0, 0, "one", 0.2f), Line(0, 1, "two", 0.6f), Word(0, 2, 0, "one"), Word(0, 3, 1, "two"));

        Assert.Equal([0, 1, 0, 1], tracked.Detections.Select(detection => detection.Appearance));
    }

    [Fact]
    public void A_word_without_its_line_appears_nowhere()
    {
        var tracked = Follow(Word(0, 2, 0, "one"), Line(500, 0, "one", 0.2f));

        Assert.Equal([null, 0], tracked.Detections.Select(detection => detection.Appearance));
    }

    [Fact]
    public void The_same_text_at_two_places_is_two_appearances_and_a_cut_ends_neither()
    {
        var tracked = Tracking.Follow(
            Analysis,
            [Line(0, 0, "GOAL", 0.1f), Line(0, 1, "GOAL", 0.8f), Line(500, 0, "GOAL", 0.8f),
                Line(500, 1, "GOAL", 0.1f)],
            new() { Cuts = [250] },
            duration: 1_000);

        Assert.Equal([0, 1, 1, 0], tracked.Detections.Select(detection => detection.Appearance));
        Assert.All(tracked.Appearances, each =>
            Assert.Equal((0, 1_000, null), (each.Start, each.End, each.AcrossCuts)));
    }

    [Fact]
    public void Credits_that_roll_are_one_appearance_a_line()
    {
        var detections = Enumerable.Range(0, 12).SelectMany(i => Enumerable.Range(0, 4).Select(line =>
            (TextDetection)Line(i * 500, line, $"Name {line}", 1 + (line * 0.05f) - (i * 0.08f))));

        Assert.Equal(4, Follow([.. detections]).Appearances.Count);
    }

    [Theory]
    [InlineData("  Fine – \"Prínt\" ", "FINE – PRÍNT")]
    [InlineData("...", "...")]
    [InlineData("don't", "DON'T")]
    public void Texts_are_compared_without_what_is_read_differently_from_frame_to_frame(
        string text, string normalized) =>
        Assert.Equal(normalized, TextLinking.Normalized(text));

    private static Tracked Follow(params IReadOnlyList<Detection> detections) =>
        Tracking.Follow(Analysis, detections, duration: 9_000);

    private static TextDetection Line(long timestamp, int id, string text, float top) => new()
    {
        Timestamp = timestamp,
        Type = "LINE",
        Id = id,
        Text = text,
        BoundingBox = new BoundingBox(0.3f, top, 0.2f, 0.04f),
    };

    private static TextDetection Word(long timestamp, int id, int parent, string text) =>
        Line(timestamp, id, text, 0.5f) with { Type = "WORD", ParentId = parent };
}
