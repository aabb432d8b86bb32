using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Decoding;

[Slow]
public sealed class DamageTests(Clips clips) : IClassFixture<Clips>
{
    // 3 s in groups of 25 frames: what depends on a broken frame breaks with it.
    [Theory]
    [InlineData("beginning", 0, 3, 25)]
    [InlineData("middle", 30, 31, 20)]
    [InlineData("end", 72, 75, 3)]
    public async Task Damage_costs_the_frames_that_it_hits(string name, int from, int to, int most)
    {
        var path = await clips.MovingAsync($"damaged-{name}.mp4", 3);
        await clips.DamageAsync(path, from..to);

        var video = await DecodedVideo.ReadAsync(path);

        Assert.Equal(75 - video.Frames.Count, video.File.Unread!.Frames);
        Assert.InRange(video.File.Unread.Frames, to - from, most);
        Assert.Equal(
            (75, video.File.Unread.Frames * 40), (video.File.Unread.AllFrames, video.File.Unread.Milliseconds));
        Assert.Contains(2500, video.Timestamps);
    }

    [Fact]
    public async Task A_video_of_which_nothing_decodes_is_damaged()
    {
        var path = await clips.MovingAsync("hopeless.mp4", 1);
        await clips.DamageAsync(path, ..);

        var error = await Assert.ThrowsAsync<UnusableVideoException>(() => DecodedVideo.ReadAsync(path));

        Assert.Equal(UnusableVideoReason.Damaged, error.Reason);
    }

    [Fact]
    public async Task Damage_in_fragments_is_measured_as_well()
    {
        var path = await clips.MovingAsync("fragments.mp4", 3, "-movflags frag_keyframe+empty_moov");
        await clips.DamageAsync(path, 70..75);

        var video = await DecodedVideo.ReadAsync(path);

        Assert.Equal(new UnreadPart(75 - video.Frames.Count, 75, (75 - video.Frames.Count) * 40), video.File.Unread);
        Assert.NotEqual(0, video.File.Unread!.Frames);
    }
}
