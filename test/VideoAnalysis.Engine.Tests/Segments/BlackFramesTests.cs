using VideoAnalysis.Analyses.Segments;
using VideoAnalysis.Engine.Tests.Decoding;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Segments;

/// <summary>Black frames by Rekognition's definition, with and without sound.</summary>
[Slow]
public sealed class BlackFramesTests(Clips clips) : IClassFixture<Clips>
{
    private static readonly string[] Film = ["50 testsrc2", "25 color=black", "50 mandelbrot"];

    // 40 dB, and 1 dB around the limit of -60: a sine of the amplitude a has an effective value of a / sqrt 2.
    [Theory]
    [InlineData("0.1", "")]
    [InlineData("0.0016", "")]
    [InlineData("0.0012", "BlackFrames 50-74")]
    [InlineData("0", "BlackFrames 50-74")]
    public async Task Frames_count_only_where_there_is_silence(string amplitude, string expected)
    {
        var path = await SoundAsync($"loud-{amplitude}.mov", $"{amplitude}*sin(2*PI*440*t)", "pcm_s16le");

        Assert.Equal(expected, string.Join(' ', (await FoundSegments.InAsync(path)).Cues()));
    }

    [Fact]
    public async Task Sound_beside_black_frames_does_not_matter_though_AAC_spreads_it()
    {
        var path = await SoundAsync("beside.mp4", "0.5*sin(2*PI*3000*t)*(lt(t\\,2)+gt(t\\,3))", "aac");

        Assert.Equal(["BlackFrames 50-74"], (await FoundSegments.InAsync(path)).Cues());
    }

    [Fact]
    public async Task Where_sound_dies_away_over_black_the_silent_part_counts()
    {
        var path = await SoundAsync("tail.mov", "0.5*sin(2*PI*440*t)*lt(t\\,2.4)", "pcm_s16le");

        Assert.Equal(["BlackFrames 60-74"], (await FoundSegments.InAsync(path)).Cues());
    }

    [Fact]
    public async Task One_loud_channel_is_sound()
    {
        var path = await SoundAsync("side.mov", "0|0.5*sin(2*PI*440*t)", "pcm_s16le");

        Assert.Empty((await FoundSegments.InAsync(path)).Cues());
    }

    [Theory]
    [InlineData("0x2b2b2b", 0.2f, true)]
    [InlineData("0x383838", 0.2f, false)]
    [InlineData("0x383838", 0.25f, true)]
    [InlineData("0xffffff", 1f, true)]
    public async Task The_threshold_is_a_share_of_the_range_of_luminance(string color, float threshold, bool isBlack)
    {
        var path = await Edit.MakeAsync(
            clips, $"grey-{color}-{threshold:F2}.mp4", "25",
            ["20 testsrc2 negate", $"10 color={color}", "20 testsrc2"]);

        var found = await FoundSegments.InAsync(path, FoundSegments.Everything with { MaxPixelThreshold = threshold });

        Assert.Equal(isBlack, found.Any(cue => cue.StartFrameNumber <= 20
            && cue is { EndFrameNumber: >= 29, TechnicalCue: not null }));
    }

    // 48 and 56 of 255: with the full range, 51 is the limit.
    [Theory]
    [InlineData("0x303030", true)]
    [InlineData("0x383838", false)]
    public async Task The_full_range_has_the_same_shares(string color, bool isBlack)
    {
        var path = await clips.MakeAsync(
            $"-f lavfi -i color={color}:size=320x180:rate=25 -frames:v 20 -vf format=yuvj420p -c:v libx264 -qp 10 " +
            $"full-{color}.mp4");

        Assert.Equal(isBlack ? ["BlackFrames 0-19"] : [], (await FoundSegments.InAsync(path)).Cues());
    }

    // A white part of 16x72 of 320x180 pixels is 2 %.
    [Theory]
    [InlineData(99f, false)]
    [InlineData(98.5f, false)]
    [InlineData(97.5f, true)]
    [InlineData(30f, true)]
    public async Task Enough_of_the_frame_has_to_be_black(float coverage, bool isBlack)
    {
        var path = await Edit.MakeAsync(
            clips, $"part-{coverage:F1}.mp4", "25", ["20 color=black drawbox=x=100:y=40:w=16:h=72:color=white:t=fill"]);

        var found = await FoundSegments.InAsync(
            path, FoundSegments.Everything with { MinCoveragePercentage = coverage });

        Assert.Equal(isBlack ? ["BlackFrames 0-19"] : [], found.Cues());
        Assert.All(found.Where(cue => cue.TechnicalCue is not null), cue =>
            Assert.InRange(cue.Confidence!.Value, 50, 99.9));
    }

    [Fact]
    public async Task Confidence_is_how_much_more_is_black_than_has_to_be()
    {
        var path = await Edit.MakeAsync(
            clips, "confidence.mp4", "25", ["20 color=black drawbox=x=100:y=40:w=16:h=36:color=white:t=fill"]);
        SegmentOptions wanted = new() { Shots = false, TechnicalCues = true, MinCoveragePercentage = 98 };

        // 99 of 98 to 100.
        Assert.InRange(Assert.Single(await FoundSegments.InAsync(path, wanted)).Confidence!.Value, 73f, 77f);
        Assert.Empty(await FoundSegments.InAsync(path, wanted with { MinCueConfidence = 80 }));
    }

    private Task<string> SoundAsync(string name, string sound, string codec) => Edit.MakeAsync(
        clips, name, "25", Film, $"-map 0:a -c:a {codec} -b:a 128k", $"-f lavfi -i aevalsrc={sound}:s=48000:d=5");
}
