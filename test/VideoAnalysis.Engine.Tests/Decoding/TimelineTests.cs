using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Decoding;

[Slow]
public sealed class TimelineTests(Clips clips) : IClassFixture<Clips>
{
    [Fact]
    public async Task Samples_come_every_half_second_and_frames_with_their_own_times()
    {
        var video = await DecodedVideo.ReadAsync(await clips.MovingAsync("plain.mp4", 2.2));

        Assert.Equal([0, 500, 1000, 1500, 2000], video.Timestamps);
        Assert.Equal(Enumerable.Range(0, 55).Select(i => i * 40L), video.Frames);
        Assert.All(video.Samples, sample => Assert.False(sample.Repeated));
        Assert.Null(video.File.Unread);
        Assert.Equal((2200, 25f), (video.File.Metadata.DurationMillis, video.File.Metadata.FrameRate));
        Assert.Equal((320, 180), (video.File.Metadata.FrameWidth, video.File.Metadata.FrameHeight));
    }

    [Fact]
    public async Task Without_small_pictures_the_samples_are_the_same()
    {
        var path = await clips.MovingAsync("same.mp4", 1.2);
        var (with, without) =
            (await DecodedVideo.ReadAsync(path), await DecodedVideo.ReadAsync(path, everyFrame: false));

        Assert.Empty(without.Frames);
        Assert.Equal(with.Samples.Select(s => (s.Timestamp, s.Mean)), without.Samples.Select(
            s => (s.Timestamp, s.Mean)));
    }

    // Recorders of screens write a frame only when something moves.
    [Fact]
    public async Task A_picture_is_sampled_for_as_long_as_it_is_shown()
    {
        var path = await clips.MovingAsync(
            "held.mp4", 61, "-vf select=eq(n\\,0)+eq(n\\,25)+eq(n\\,1500) -fps_mode vfr");

        var video = await DecodedVideo.ReadAsync(path);

        Assert.Equal([0, 1000, 60000], video.Frames);
        Assert.Equal(Enumerable.Range(0, 121).Select(i => i * 500L), video.Timestamps);
        Assert.Equal([0, 1000, 60000], video.Samples.Where(sample => !sample.Repeated)
            .Select(sample => sample.Timestamp));
        Assert.Null(video.File.Unread);
    }

    [Fact]
    public async Task The_last_picture_is_sampled_until_the_video_ends()
    {
        var video = await DecodedVideo.ReadAsync(SampleVideos.Held);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => i * 500L), video.Timestamps);
    }

    [Fact]
    public async Task One_picture_a_second_gives_two_samples_a_second()
    {
        var video = await DecodedVideo.ReadAsync(await clips.MovingAsync("slow.mp4", 4, "-vf fps=1"));

        Assert.Equal([0, 500, 1000, 1500, 2000, 2500, 3000, 3500], video.Timestamps);
        Assert.Equal([false, true, false, true, false, true, false, true], video.Samples.Select(
            sample => sample.Repeated));
    }

    [Fact]
    public async Task Frames_of_varying_length_keep_their_times()
    {
        var video = await DecodedVideo.ReadAsync(SampleVideos.SlowThenFast);

        Assert.Equal([0, 300, 600], video.Frames.Take(3));
        Assert.InRange(video.Frames[^1] - video.Frames[^2], 33, 34);
        Assert.Equal([0, 500, 1000, 1500, 2000, 2500, 3000, 3500], video.Timestamps);
    }

    [Fact]
    public async Task A_track_that_begins_late_keeps_the_times_of_the_file()
    {
        var plain = await clips.MovingAsync("early.mp4", 2);
        var path = await clips.MakeAsync(
            $"-itsoffset 2 -i {plain} -t 4 -f lavfi -i sine -map 0 -map 1 -c:v copy -c:a aac late.mp4");

        var video = await DecodedVideo.ReadAsync(path);

        Assert.Equal([2000, 2500, 3000, 3500], video.Timestamps);
        Assert.Equal(2000, video.Frames[0]);
        Assert.Equal(4000, video.File.Metadata.DurationMillis);
    }

    [Fact]
    public async Task A_track_that_begins_a_little_late_is_sampled_at_0()
    {
        var path = await clips.MovingAsync("little.mp4", 0.2, "-use_editlist 0");

        var video = await DecodedVideo.ReadAsync(path);

        Assert.Equal([0], video.Timestamps);
        Assert.Equal(80, video.Frames[0]);
    }

    [Fact]
    public async Task A_recording_in_fragments_begins_at_0_whenever_the_stream_began()
    {
        var plain = await clips.MovingAsync("stream.mp4", 1, "-bf 0");
        var path = await clips.MakeAsync(
            $"-i {plain} -c copy -output_ts_offset 3600 -movflags frag_keyframe+empty_moov+default_base_moof " +
            "-use_editlist 0 fragments.mp4");

        var video = await DecodedVideo.ReadAsync(path);

        Assert.Equal([0, 500], video.Timestamps);
        Assert.Equal(Enumerable.Range(0, 25).Select(i => i * 40L), video.Frames);
        Assert.Equal(1000, video.File.Metadata.DurationMillis);
        Assert.Null(video.File.Unread);
    }

    [Fact]
    public async Task Frames_that_an_edit_list_leaves_out_are_not_missing()
    {
        var whole = await clips.MovingAsync("whole.mp4", 3, "-g 100");
        var path = await clips.MakeAsync($"-ss 1.3 -i {whole} -t 1 -c copy trimmed.mp4");

        var video = await DecodedVideo.ReadAsync(path);

        Assert.InRange(video.Frames[0], 0, 40);
        Assert.Equal([0, 500, 1000], video.Timestamps);
        Assert.Null(video.File.Unread);
    }

    [Fact]
    public async Task A_video_of_one_frame_gives_one_sample()
    {
        var video = await DecodedVideo.ReadAsync(await clips.MovingAsync("one.mp4", 0.04));

        Assert.Equal([0], video.Timestamps);
        Assert.Equal([0], video.Frames);
    }
}
