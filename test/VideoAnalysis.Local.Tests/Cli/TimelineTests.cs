using VideoAnalysis.Local.Cli.Analyzing;

namespace VideoAnalysis.Local.Tests.Cli;

public sealed class TimelineTests
{
    [Fact]
    public void A_column_is_as_high_as_the_most_faces_within_it()
    {
        var timeline = new Timeline(durationMilliseconds: 4000, columns: 4);
        Add(timeline, (0, 1), (500, 2), (2000, 4));

        Assert.Equal("▄·█·", timeline.Draw());
    }

    [Fact]
    public void A_single_face_fills_a_column_where_there_is_never_more_than_one()
    {
        var timeline = new Timeline(durationMilliseconds: 2000, columns: 2);
        Add(timeline, (1000, 1));

        Assert.Equal("·█", timeline.Draw());
    }

    [Fact]
    public void Nobody_is_a_line_of_dots() => Assert.Equal("···", new Timeline(1000, 3).Draw());

    [Fact]
    public void What_lies_after_the_stated_end_is_in_the_last_column()
    {
        var timeline = new Timeline(durationMilliseconds: 1000, columns: 2);
        Add(timeline, (1500, 1));

        Assert.Equal("·█", timeline.Draw());
    }

    [Fact]
    public void One_missed_sample_does_not_end_an_appearance_and_two_do()
    {
        var timeline = new Timeline(durationMilliseconds: 10_000, columns: 10);
        Add(timeline, (0, 1), (500, 1), (1500, 2), (3000, 1));

        Assert.Equal([(0L, 1500L, 2), (3000L, 3000L, 1)], timeline.Appearances.Select(each => (each.From, each.To, each.MostAtOnce)));
    }

    [Fact]
    public void An_appearance_tells_the_least_and_the_most_sure_face()
    {
        var timeline = new Timeline(durationMilliseconds: 1000, columns: 1);
        timeline.Add(0, 80);
        timeline.Add(0, 99);
        timeline.Add(500, 60);

        var appearance = Assert.Single(timeline.Appearances);
        Assert.Equal((60, 99), (appearance.LowestConfidence, appearance.HighestConfidence));
    }

    [Theory]
    [InlineData(0, "0:00.0")]
    [InlineData(62_500, "1:02.5")]
    [InlineData(3_602_999, "1:00:02.9")]
    public void Moments_are_written_for_people(long milliseconds, string text) =>
        Assert.Equal(text, Moments.Format(milliseconds));

    private static void Add(Timeline timeline, params ReadOnlySpan<(long Timestamp, int Faces)> moments)
    {
        foreach (var (timestamp, faces) in moments)
        {
            for (var face = 0; face < faces; face++)
            {
                timeline.Add(timestamp, 99);
            }
        }
    }
}
