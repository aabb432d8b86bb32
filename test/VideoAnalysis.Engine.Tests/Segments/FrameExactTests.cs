using System.Globalization;
using VideoAnalysis.Engine.Tests.Decoding;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Segments;

/// <summary>Segments of composed videos, of which every frame is known.</summary>
[Slow]
public sealed class FrameExactTests(Clips clips) : IClassFixture<Clips>
{
    private static readonly string[] Film =
        ["60 testsrc2", "17 color=black", "48 mandelbrot", "31 smptebars", "29 testsrc2 hflip,hue=h=120",
            "1 color=black", "40 mandelbrot vflip"];

    [Theory]
    [InlineData("24", 24)]
    [InlineData("25", 25)]
    [InlineData("30", 30)]
    [InlineData("50", 50)]
    [InlineData("24000/1001", 24_000 / 1001.0)]
    [InlineData("30000/1001", 30_000 / 1001.0)]
    [InlineData("60000/1001", 60_000 / 1001.0)]
    public async Task Segments_begin_and_end_with_their_frames_at_any_rate(string rate, double framesPerSecond)
    {
        var path = await Edit.MakeAsync(clips, $"film-{framesPerSecond:F0}-{rate.Length}.mp4", rate, Film);

        var segments = await FoundSegments.InAsync(path);

        Assert.Equal(
            [
                "BlackFrames 60-76", "ColorBars 125-155", "BlackFrames 185-185",
                "SHOT 0-59", "SHOT 60-76", "SHOT 77-124", "SHOT 125-155", "SHOT 156-184", "SHOT 186-225",
            ],
            segments.Spans());
        Assert.All(segments, segment =>
        {
            Assert.Equal((long)((segment.StartFrameNumber!.Value / framesPerSecond * 1000) + 1e-6), segment.Timestamp);
            Assert.Equal((long)((segment.EndFrameNumber!.Value / framesPerSecond * 1000) + 1e-6), segment.EndTimestamp);
            Assert.Equal(segment.EndTimestamp - segment.Timestamp, segment.DurationMillis);
            Assert.Equal(segment.EndFrameNumber - segment.StartFrameNumber, segment.DurationFrames);
            Assert.InRange(segment.Confidence!.Value, 50, 100);
        });
        Assert.Equal([0L, 1, 2, 3, 4, 5], segments.Select(segment => segment.ShotIndex).OfType<long>());
        Assert.Equal(
            rate.Contains('/', StringComparison.Ordinal) && !rate.StartsWith("24", StringComparison.Ordinal),
            segments[0].StartTimecode!.Contains(';', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Timecodes_are_dropped_at_the_full_minute()
    {
        var path = await Edit.MakeAsync(
            clips, "minute.mp4", "30000/1001",
            ["40 testsrc2", "1755 color=gray", "10 color=black", "40 testsrc2 hflip"]);

        var black = (await FoundSegments.InAsync(path)).First();

        Assert.Equal(
            "BlackFrames 00:00:59;25 00:01:00;06 00:00:00;09 59893 60193",
            string.Create(CultureInfo.InvariantCulture, $"{black.TechnicalCue} {black.StartTimecode} " +
                $"{black.EndTimecode} {black.DurationTimecode} {black.Timestamp} {black.EndTimestamp}"));
    }

    [Fact]
    public async Task A_track_that_begins_late_keeps_the_times_of_the_file_and_counts_its_own_frames()
    {
        var plain = await Edit.MakeAsync(clips, "plain.mp4", "25", ["50 testsrc2", "10 color=black", "40 mandelbrot"]);
        var path = await clips.MakeAsync(
            $"-itsoffset 2 -i {plain} -t 7 -f lavfi -i anullsrc -map 0 -map 1 -c:v copy -c:a aac late.mp4");

        var segments = await FoundSegments.InAsync(path);

        Assert.Equal(["BlackFrames 50-59", "SHOT 0-49", "SHOT 50-59", "SHOT 60-99"], segments.Spans());
        Assert.Equal(
            (4000, 4360, "00:00:02:00"),
            (segments[0].Timestamp, segments[0].EndTimestamp, segments[0].StartTimecode));
        Assert.Equal(2000, segments[1].Timestamp);
    }

    [Fact]
    public async Task Frames_of_varying_length_keep_their_times()
    {
        var even = await Edit.MakeAsync(clips, "even.mp4", "25", ["40 testsrc2", "20 color=black", "40 mandelbrot"]);
        var path = await clips.MakeAsync($"-i {even} -vf select=not(mod(n\\,4))+gte(n\\,60) -fps_mode vfr varying.mp4");

        var segments = await FoundSegments.InAsync(path);

        Assert.Equal("BlackFrames 10-14", segments.Cues().Single());
        Assert.Equal((1600, 2240), (segments[0].Timestamp, segments[0].EndTimestamp));
    }

    [Fact]
    public async Task A_video_of_one_shot_has_one()
    {
        var path = await clips.MovingAsync("one-shot.mp4", 3);

        Assert.Equal(["SHOT 0-74"], (await FoundSegments.InAsync(path)).Spans());
    }

    [Fact]
    public async Task A_video_of_one_frame_has_one_shot() =>
        Assert.Equal(
            ["SHOT 0-0"], (await FoundSegments.InAsync(await clips.MovingAsync("one-frame.mp4", 0.04))).Spans());

    [Fact]
    public async Task Only_what_is_asked_for_is_told()
    {
        var path = await Edit.MakeAsync(clips, "asked.mp4", "25", Film);

        var shots = await FoundSegments.InAsync(path, new());
        var cues = await FoundSegments.InAsync(path, new() { Shots = false, TechnicalCues = true });
        var certain = await FoundSegments.InAsync(path, new() { MinShotConfidence = 100 });

        Assert.Equal((6, 3, 0), (shots.Count, cues.Count, certain.Count));
        Assert.All(shots, shot => Assert.Equal("SHOT", shot.Type));
        Assert.All(cues, cue => Assert.Equal("TECHNICAL_CUE", cue.Type));
    }

    // As at Rekognition, a fade belongs to no shot.
    [Fact]
    public async Task Shots_leave_fades_out()
    {
        var path = await Edit.MakeAsync(
            clips,
            "fades.mp4",
            "25",
            [
                "60 testsrc2 fade=in:0:10", "60 mandelbrot fade=out:50:10", "8 color=black",
                "60 testsrc2 hflip,hue=h=90,fade=in:0:12",
                "60 smptehdbars fade=out:48:12", "5 color=black",
            ]);

        var shots = await FoundSegments.InAsync(path, new());

        Assert.Equal(4, shots.Count);
        Assert.InRange(shots[0].StartFrameNumber!.Value, 8, 11);
        Assert.Equal((59, 60), (shots[0].EndFrameNumber, shots[1].StartFrameNumber));
        Assert.InRange(shots[1].EndFrameNumber!.Value, 108, 111);
        Assert.InRange(shots[2].StartFrameNumber!.Value, 138, 141);
        Assert.Equal((187, 188), (shots[2].EndFrameNumber, shots[3].StartFrameNumber));
        Assert.InRange(shots[3].EndFrameNumber!.Value, 234, 237);
    }
}
