using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Tests.Cli.Arguments;

public sealed class TimestampsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("62500", 62_500)]
    [InlineData("0:00.0", 0)]
    [InlineData("1:02.5", 62_500)]
    [InlineData("1:02", 62_000)]
    [InlineData("90:00", 5_400_000)]
    [InlineData("1:00:02.125", 3_602_125)]
    public void A_timestamp_is_read_as_people_write_it(string text, long milliseconds) =>
        Assert.Equal(milliseconds, Timestamps.Parse(text));

    [Theory]
    [InlineData(0, "0:00.0")]
    [InlineData(62_500, "1:02.5")]
    [InlineData(3_602_999, "1:00:02.9")]
    public void A_timestamp_is_written_for_people(long milliseconds, string text) =>
        Assert.Equal(text, Timestamps.Format(milliseconds));

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("1:60")]
    [InlineData("1:2")]
    [InlineData("1:60:00")]
    [InlineData("1.5")]
    [InlineData("soon")]
    public void What_is_no_timestamp_is_refused(string text) => Assert.Null(Timestamps.Parse(text));

    [Theory]
    [InlineData(0)]
    [InlineData(59_900)]
    [InlineData(3_600_000)]
    [InlineData(36_061_500)]
    public void What_is_written_is_read(long milliseconds) =>
        Assert.Equal(milliseconds, Timestamps.Parse(Timestamps.Format(milliseconds)));
}
