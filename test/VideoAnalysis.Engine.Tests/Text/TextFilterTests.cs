using VideoAnalysis.Engine.Text;

namespace VideoAnalysis.Engine.Tests.Text;

public sealed class TextFilterTests
{
    private static readonly TextLine Two = Line(0.1, ("CLEARANCE", 99), ("SALE", 60));
    private static readonly TextLine One = Line(0.5, ("TODAY", 95));

    [Fact]
    public void A_line_comes_before_its_words_which_name_it()
    {
        var found = new TextFilter(new() { MinConfidence = 50 }).Of([Two, One], 1500);

        Assert.Equal(["CLEARANCE SALE", "CLEARANCE", "SALE", "TODAY", "TODAY"], found.Select(text => text.Text));
        Assert.Equal(["LINE", "WORD", "WORD", "LINE", "WORD"], found.Select(text => text.Type));
        Assert.Equal([0, 1, 2, 3, 4], found.Select(text => text.Id ?? -1));
        Assert.Equal([null, 0, 0, null, 3], found.Select(text => text.ParentId));
        Assert.All(found, text => Assert.Equal(1500, text.Timestamp));
    }

    [Fact]
    public void An_unsure_word_is_left_out_of_its_line_as_well()
    {
        var found = new TextFilter(new()).Of([Two], 0);

        Assert.Equal(["CLEARANCE", "CLEARANCE"], found.Select(text => text.Text));
        Assert.Equal(99, found[0].Confidence);
        Assert.Equal(found[1].BoundingBox, found[0].BoundingBox);
    }

    [Fact]
    public void A_line_without_a_wanted_word_is_left_out()
    {
        Assert.Empty(new TextFilter(new() { MinConfidence = 99.5f }).Of([Two, One], 0));
        Assert.Empty(new TextFilter(new() { MinHeight = 0.11f }).Of([Two, One], 0));
        Assert.Empty(new TextFilter(new() { MinWidth = 0.3f }).Of([Two, One], 0));
    }

    [Fact]
    public void A_word_has_to_lie_in_a_region_with_more_than_its_half()
    {
        var upper = new TextFilter(new() { Regions = [new(0, 0, 1, 0.16f)] });
        var lessThanHalf = new TextFilter(new() { Regions = [new(0, 0, 1, 0.14f)] });

        Assert.Equal(["CLEARANCE", "CLEARANCE"], upper.Of([Two, One], 0).Select(text => text.Text));
        Assert.Empty(lessThanHalf.Of([Two, One], 0));
    }

    [Fact]
    public void A_hundred_words_are_told_of_a_picture_and_no_more()
    {
        var lines = Enumerable.Range(0, 60).Select(_ => Line(0.1, ("A", 99), ("B", 99)));

        var found = new TextFilter(new()).Of(lines, 0);

        Assert.Equal(TextFilter.MaxWords, found.Count(text => text.Type == "WORD"));
        Assert.Equal(50, found.Count(text => text.Type == "LINE"));
    }

    private static TextLine Line(double top, params (string Text, double Confidence)[] words)
    {
        List<TextPart> parts =
        [
            .. words.Select((word, i) => Part(word.Text, word.Confidence, 0.1 + (i * 0.3), 0.2, top)),
        ];
        return new(
            Part(string.Join(' ', words.Select(word => word.Text)), words.Average(word => word.Confidence),
                0.1, 0.5, top),
            parts);
    }

    private static TextPart Part(string text, double confidence, double left, double width, double top) => new(
        text,
        confidence,
        [new(left, top), new(left + width, top), new(left + width, top + 0.1), new(left, top + 0.1)]);
}
