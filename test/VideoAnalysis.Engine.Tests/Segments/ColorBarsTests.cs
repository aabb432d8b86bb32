using VideoAnalysis.Engine.Tests.Decoding;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Segments;

[Slow]
public sealed class ColorBarsTests(Clips clips) : IClassFixture<Clips>
{
    [Theory]
    [InlineData("smptebars")]
    [InlineData("smptehdbars")]
    [InlineData("pal75bars")]
    [InlineData("pal100bars")]
    public async Task Bars_are_found_to_the_frame(string bars)
    {
        var path = await Edit.MakeAsync(clips, $"{bars}.mp4", "25", ["33 testsrc2", $"41 {bars}", "40 mandelbrot"]);

        Assert.Equal(["ColorBars 33-73"], (await FoundSegments.InAsync(path)).Cues());
    }

    [Theory]
    [InlineData("scale=240x180,pad=320:180:40:0")]
    [InlineData("drawbox=x=120:y=70:w=80:h=20:color=black:t=fill")]
    [InlineData("noise=alls=12:allf=t")]
    [InlineData("eq=brightness=0.03:saturation=0.85")]
    public async Task Bars_are_found_with_black_beside_them_something_written_over_them_noise_and_other_colours(
        string filter)
    {
        var path = await Edit.MakeAsync(
            clips, "variant.mp4", "25", ["10 testsrc2", $"20 smptebars {filter}", "20 mandelbrot"], "-crf 32");

        Assert.Equal(["ColorBars 10-29"], (await FoundSegments.InAsync(path)).Cues());
    }

    [Theory]
    [InlineData("testsrc")]
    [InlineData("testsrc2")]
    [InlineData("rgbtestsrc")]
    [InlineData("yuvtestsrc")]
    [InlineData("colorchart=preset=skintones")]
    [InlineData("20 smptebars hflip")]
    [InlineData("20 smptebars hue=h=40")]
    [InlineData("20 smptebars hue=s=0")]
    public async Task Other_patterns_are_none(string pattern)
    {
        var source = pattern.StartsWith("20 ", StringComparison.Ordinal) ? pattern : $"20 {pattern}";
        var path = pattern.StartsWith("colorchart", StringComparison.Ordinal)
            ? await clips.MakeAsync($"-f lavfi -i {pattern} -frames:v 20 -vf scale=320:180 -c:v libx264 chart.mp4")
            : await Edit.MakeAsync(clips, "other.mp4", "25", [source]);

        Assert.Empty((await FoundSegments.InAsync(path)).Cues());
    }

    [Fact]
    public async Task Films_have_none()
    {
        foreach (var video in new[] { SampleVideos.Astronaut, SampleVideos.NoFaces, SampleVideos.FiveSeconds })
        {
            Assert.DoesNotContain((await FoundSegments.InAsync(video))
                .Cues(), cue => cue.StartsWith("ColorBars", StringComparison.Ordinal));
        }
    }
}
