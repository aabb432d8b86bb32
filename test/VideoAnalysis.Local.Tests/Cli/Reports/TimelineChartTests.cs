using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Reports;

namespace VideoAnalysis.Local.Tests.Cli.Reports;

public sealed class TimelineChartTests
{
    [Fact]
    public void A_column_is_as_high_as_the_most_at_once_within_it() =>
        Assert.Equal("▄·█·", Chart((0, 1), (500, 2), (2000, 4)).Draw(duration: 4000, columns: 4));

    [Fact]
    public void One_detection_fills_a_column_where_there_is_never_more_than_one() =>
        Assert.Equal("·█", Chart((1000, 1)).Draw(duration: 2000, columns: 2));

    [Fact]
    public void Nothing_is_a_line_of_dots() => Assert.Equal("···", Chart().Draw(duration: 1000, columns: 3));

    [Fact]
    public void What_lies_after_the_stated_end_is_in_the_last_column() =>
        Assert.Equal("·█", Chart((1500, 1)).Draw(duration: 1000, columns: 2));

    [Fact]
    public void One_empty_interval_does_not_end_a_stretch_and_two_do() => Assert.Equal(
        [new Stretch(0, 1500, 2), new Stretch(3000, 3000, 1)],
        Chart((0, 1), (500, 1), (1500, 2), (3000, 1)).Stretches);

    private static TimelineChart Chart(params IEnumerable<(long From, long MostAtOnce)> intervals) => new(new()
    {
        Interval = 500,
        Intervals = [.. intervals.Select(each => new TimelineAnswerInterval(each.From, each.MostAtOnce, each.MostAtOnce))],
    });
}
