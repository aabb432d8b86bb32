using VideoAnalysis.Local.Cli.Client;

namespace VideoAnalysis.Local.Tests.Cli.Client;

public sealed class VideoAddressTests
{
    [Theory]
    [InlineData("film.mp4", "results/film.mp4")]
    [InlineData("holiday/2026/day-1_a~b.mp4", "results/holiday/2026/day-1_a~b.mp4")]
    [InlineData("a..b.mp4", "results/a..b.mp4")]
    [InlineData("day 1.mp4", "results/-?video=day%201.mp4")]
    [InlineData("100%25+.mp4", "results/-?video=100%2525%2B.mp4")]
    [InlineData("what?.mp4", "results/-?video=what%3F.mp4")]
    [InlineData("ü.mp4", "results/-?video=%C3%BC.mp4")]
    [InlineData("a/../b.mp4", "results/-?video=a%2F..%2Fb.mp4")]
    [InlineData("/a.mp4", "results/-?video=%2Fa.mp4")]
    [InlineData("a//b.mp4", "results/-?video=a%2F%2Fb.mp4")]
    [InlineData("./a.mp4", "results/-?video=.%2Fa.mp4")]
    public void A_plain_key_goes_by_its_path_and_any_other_as_a_parameter(string key, string address) =>
        Assert.Equal(address, VideoAddress.Of(key));

    [Theory]
    [InlineData("a.mp4", "results/a.mp4?limit=5")]
    [InlineData("a b.mp4", "results/-?video=a%20b.mp4&limit=5")]
    public void Parameters_are_added_to_either(string key, string address) =>
        Assert.Equal(address, VideoAddress.Of(key, "limit=5"));

    [Theory]
    [InlineData("a.mp4", "timeline/a.mp4")]
    [InlineData("a b.mp4", "timeline/-?video=a%20b.mp4")]
    public void So_is_whatever_else_is_known_of_a_video(string key, string address) =>
        Assert.Equal(address, VideoAddress.Of(key, resource: "timeline"));
}
