using VideoAnalysis.Engine;
using VideoAnalysis.Engine.Frames;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Detection;

public sealed class VideoFramesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Metadata_is_what_Rekognition_would_say()
    {
        using var frames = VideoFrames.Open(SampleVideos.Astronaut);

        Assert.Equal("h264", frames.Metadata.Codec);
        Assert.Equal("QuickTime / MOV", frames.Metadata.Format);
        Assert.Equal(20_000, frames.Metadata.DurationMillis);
        Assert.Equal(25, frames.Metadata.FrameRate);
        Assert.Equal(1280, frames.Metadata.FrameWidth);
        Assert.Equal(720, frames.Metadata.FrameHeight);
        Assert.Null(frames.Metadata.ColorRange);
    }

    [Fact]
    public void A_video_in_fragments_has_the_same_metadata()
    {
        using var whole = VideoFrames.Open(SampleVideos.FiveSeconds);
        using var fragments = VideoFrames.Open(SampleVideos.Fragmented);

        Assert.Equal(whole.Metadata, fragments.Metadata);
    }

    [Fact]
    public void A_frame_that_players_turn_has_its_turned_size()
    {
        using var frames = VideoFrames.Open(SampleVideos.Rotated);

        Assert.Equal((320, 240), (frames.Metadata.FrameWidth, frames.Metadata.FrameHeight));
        Assert.Equal((320, 240), Sample(frames)[0].Size);
    }

    [Fact]
    public void A_last_frame_that_is_shown_for_long_is_no_damage()
    {
        using var frames = VideoFrames.Open(SampleVideos.Held);

        Assert.InRange(frames.Metadata.DurationMillis!.Value, 4_900, 5_000);
        // Its first frame is shown after two others' time, as it was copied with the delay of its B-frames.
        Assert.Equal([66, 533], Sample(frames).Select(s => s.Timestamp));
    }

    [Fact]
    public void A_frame_is_sampled_every_half_second()
    {
        using var frames = VideoFrames.Open(SampleVideos.FiveSeconds);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => i * 500L), Sample(frames).Select(s => s.Timestamp));
    }

    [Fact]
    public void A_timestamp_is_the_frames_own_where_none_is_on_the_grid()
    {
        using var frames = VideoFrames.Open(SampleVideos.Astronaut);

        // At 25 frames a second none is shown at 500 ms, but at 480 and 520.
        Assert.Equal([0, 520, 1000, 1520], Sample(frames, 4).Select(s => s.Timestamp));
    }

    [Fact]
    public void A_changing_frame_rate_does_not_shift_timestamps()
    {
        using var frames = VideoFrames.Open(SampleVideos.SlowThenFast);

        // Every 300 ms at first; from 2 s on every 33 ms.
        Assert.Equal([0, 600, 1200, 1500, 2000, 2500, 3000, 3500], Sample(frames).Select(s => s.Timestamp));
    }

    [Theory]
    [InlineData("5f2b9c")]
    [InlineData("frame-%03d")]
    [InlineData("a: b|c")]
    public void A_files_name_does_not_matter(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        File.Copy(SampleVideos.FiveSeconds, path);

        using var frames = VideoFrames.Open(path);

        Assert.Equal(10, Sample(frames).Count);
    }

    [Fact]
    public void A_video_whose_end_is_blank_is_refused_though_its_index_is_whole()
    {
        var path = Path.Combine(_folder.Path, "video");
        var bytes = File.ReadAllBytes(SampleVideos.FiveSeconds);
        bytes.AsSpan(bytes.Length / 2).Clear();
        File.WriteAllBytes(path, bytes);
        using var frames = VideoFrames.Open(path);

        var e = Assert.Throws<UnusableVideoException>(() => Sample(frames));

        Assert.Equal(UnusableVideoReason.Damaged, e.Reason);
        Assert.Contains("of 5.0 s only", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sampling_can_be_cancelled()
    {
        using var frames = VideoFrames.Open(SampleVideos.FiveSeconds);

        Assert.Throws<OperationCanceledException>(() => frames.Sample(new CancellationToken(canceled: true)).First());
    }

    private static List<(long Timestamp, (int, int) Size)> Sample(VideoFrames frames, int count = int.MaxValue)
    {
        List<(long, (int, int))> samples = [];
        foreach (var (timestamp, picture) in frames.Sample(TestContext.Current.CancellationToken).Take(count))
        {
            using (picture)
            {
                samples.Add((timestamp, (picture.Width, picture.Height)));
            }
        }

        return samples;
    }
}
