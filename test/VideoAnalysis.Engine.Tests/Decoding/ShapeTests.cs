using System.Buffers.Binary;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Decoding;

[Slow]
public sealed class ShapeTests(Clips clips) : IClassFixture<Clips>
{
    // A white square at the top left of what the file holds: where it is shown tells how the picture is turned.
    private const string Marked =
        "-f lavfi -i color=black:size=64x32:rate=4 -t 1 -vf drawbox=w=8:h=8:color=white:t=fill";

    [Theory]
    [InlineData("0", new[] { 1, 0, 0, 1 }, 64, 0)]
    [InlineData("90", new[] { 0, 1, -1, 0 }, 32, 1)]
    [InlineData("180", new[] { -1, 0, 0, -1 }, 64, 3)]
    [InlineData("270", new[] { 0, -1, 1, 0 }, 32, 2)]
    [InlineData("mirrored", new[] { -1, 0, 0, 1 }, 64, 1)]
    [InlineData("upside-down", new[] { 1, 0, 0, -1 }, 64, 2)]
    [InlineData("transposed", new[] { 0, 1, 1, 0 }, 32, 0)]
    [InlineData("both", new[] { 0, -1, -1, 0 }, 32, 3)]
    [InlineData("garbage", new[] { int.MinValue, 77, 5, -9 }, 64, 0)]
    public async Task Pictures_stand_as_the_file_says(string name, int[] matrix, int width, int corner)
    {
        var path = await clips.MakeAsync($"{Marked} -c:v libx264 -pix_fmt yuv420p {name}.mp4");
        Turn(path, matrix);

        var video = await DecodedVideo.ReadAsync(path);

        Assert.Equal((width, 96 - width), (video.Samples[0].Width, video.Samples[0].Height));
        Assert.Equal((width, 96 - width), (video.File.Metadata.FrameWidth, video.File.Metadata.FrameHeight));
        Assert.Equal([corner], Enumerable.Range(0, 4).Where(i => video.Samples[0].Corners[i] > 128));
    }

    [Fact]
    public async Task A_video_lying_on_its_side_is_turned()
    {
        var video = await DecodedVideo.ReadAsync(SampleVideos.Rotated);

        Assert.Equal((320, 240), (video.Samples[0].Width, video.Samples[0].Height));
    }

    [Theory]
    [InlineData("2/1", 640, 180)]
    [InlineData("1/2", 320, 360)]
    [InlineData("4/3", 427, 180)]
    [InlineData("1/500", 320, 180)]
    public async Task Pixels_become_square(string aspect, int width, int height)
    {
        var name = $"aspect-{aspect.Replace('/', '-')}.mp4";

        var video = await DecodedVideo.ReadAsync(await clips.MovingAsync(name, 0.2, $"-vf setsar={aspect}:max=1000"));

        Assert.Equal((width, height), (video.Samples[0].Width, video.Samples[0].Height));
        Assert.Equal((width, height), (video.File.Metadata.FrameWidth, video.File.Metadata.FrameHeight));
    }

    [Theory]
    [InlineData("yuv420p", "")]
    [InlineData("yuvj420p", "-color_range pc")]
    [InlineData("yuv444p", "")]
    [InlineData("yuv422p10le", "")]
    public async Task Black_is_16_and_white_235_whatever_the_file_holds(string format, string more)
    {
        var path = await clips.MakeAsync(
            "-f lavfi -i color=black:size=64x64:rate=4 -t 0.25 -vf " +
            $"drawbox=w=32:h=64:color=white:t=fill,format={format} {more} -c:v libx264 -qp 0 {format}.mp4");

        var video = await DecodedVideo.ReadAsync(path);

        Assert.Equal([235, 16, 235, 16], video.Samples[0].Corners.Select(corner => (int)corner));
    }

    [Fact]
    public async Task When_frames_change_their_size_the_pictures_keep_theirs()
    {
        await clips.MovingAsync("first.h264", 1, "-bf 0");
        await clips.MovingAsync("second.h264", 1, "-bf 0 -s 160x120");
        File.WriteAllBytes(
            clips["both.h264"],
            [.. File.ReadAllBytes(clips["first.h264"]), .. File.ReadAllBytes(clips["second.h264"])]);

        var video = await DecodedVideo.ReadAsync(
            await clips.MakeAsync("-r 25 -f h264 -i both.h264 -c copy changing.mp4"));

        Assert.Equal([0, 500, 1000, 1500], video.Timestamps);
        Assert.Equal(50, video.Frames.Count);
        Assert.All(video.Samples, sample => Assert.Equal((320, 180), (sample.Width, sample.Height)));
    }

    [Fact]
    public async Task Frames_of_odd_sizes_keep_their_size()
    {
        var video = await DecodedVideo.ReadAsync(
            await clips.MovingAsync("odd.mp4", 0.2, "-vf scale=101:53,setsar=1 -pix_fmt yuv444p"));

        Assert.Equal((101, 53), (video.Samples[0].Width, video.Samples[0].Height));
    }

    [Fact]
    public async Task A_cover_picture_is_no_video()
    {
        await clips.MakeAsync($"-f lavfi -i {Clips.Moving} -frames:v 1 cover.png");
        var plain = await clips.MovingAsync("uncovered.mp4", 0.4);
        var path = await clips.MakeAsync(
            $"-i cover.png -i {plain} -map 0 -map 1 -c copy -disposition:v:0 attached_pic covered.mp4");

        var video = await DecodedVideo.ReadAsync(path);

        Assert.Equal(10, video.Frames.Count);
    }

    [Fact]
    public async Task The_H264_track_is_taken_where_there_are_others()
    {
        var video = await DecodedVideo.ReadAsync(SampleVideos.TwoTracks);

        Assert.NotEmpty(video.Samples);
    }

    [Fact]
    public async Task Huge_frames_are_sampled_smaller()
    {
        var video = await DecodedVideo.ReadAsync(
            await clips.MovingAsync("huge.mp4", 0.04, "-vf scale=8192:4320,setsar=1"));

        Assert.Equal((8192, 4320), (video.File.Metadata.FrameWidth, video.File.Metadata.FrameHeight));
        Assert.InRange(video.Samples[0].Width * video.Samples[0].Height, 9_000_000, 9_437_184 + 8192);
    }

    // tkhd: the matrix of 9 numbers, width and height end the box.
    private static void Turn(string path, int[] matrix)
    {
        var bytes = File.ReadAllBytes(path);
        var box = bytes.AsSpan().IndexOf("tkhd"u8) - 4;
        var at = box + BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(box)) - 44;
        foreach (var (number, place) in matrix.Zip([0, 1, 3, 4]))
        {
            var value = Math.Abs((long)number) == 1 ? number * 65536 : number;
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at + (4 * place)), value);
        }

        File.WriteAllBytes(path, bytes);
    }
}
