using System.Text;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Decoding;

[Slow]
public sealed class RefusalTests(Clips clips) : IClassFixture<Clips>
{
    private const string ToConvert = "Convert it";

    [Fact]
    public async Task An_empty_file_is_refused() =>
        await RefusesAsync(
            Write("empty.mp4", []), UnusableVideoReason.Empty, "empty", advice: "Upload the video again");

    [Theory]
    [InlineData("text.mp4", "Dear diary,\n", "it is text")]
    [InlineData("playlist.mp4", "#EXTM3U\n#EXTINF:10,\n/etc/passwd\n", "it is a playlist")]
    [InlineData("script.mp4", "ffconcat version 1.0\nfile /etc/passwd\n", "it is text")]
    [InlineData("archive.mp4", "PK\u0003\u0004\u0000\u0000", "it is a ZIP archive")]
    public async Task What_is_no_video_is_refused_without_advice_to_convert_it(
        string name, string content, string kind) =>
        await RefusesAsync(
            Write(name, Encoding.UTF8.GetBytes(content)), UnusableVideoReason.UnsupportedFormat, kind,
            notAdvice: ToConvert);

    [Theory]
    [InlineData("a.gif", "gif", "GIF")]
    [InlineData("a.webm", "webm", "WebM")]
    [InlineData("a.mkv", "matroska", "Matroska")]
    [InlineData("a.avi", "avi", "AVI")]
    [InlineData("a.ts", "mpegts", "MPEG transport stream")]
    public async Task Other_containers_are_refused_by_name(string name, string format, string kind)
    {
        var codec = format switch { "gif" => "gif", "webm" => "libvpx", _ => "libx264" };
        var path = await clips.MakeAsync($"-t 0.2 -f lavfi -i {Clips.Moving} -c:v {codec} -f {format} {name}");

        await RefusesAsync(path, UnusableVideoReason.UnsupportedFormat, kind, ToConvert);
    }

    [Fact]
    public async Task A_file_without_video_is_refused() => await RefusesAsync(
        SampleVideos.AudioOnly, UnusableVideoReason.NoVideoTrack, "no video track", notAdvice: ToConvert);

    [Theory]
    [InlineData("hevc.mp4", "libx265 -x265-params log-level=none -tag:v hvc1", "H.265 (HEVC)")]
    [InlineData("vp9.mp4", "libvpx-vp9", "VP9")]
    [InlineData("mpeg4.mp4", "mpeg4", "MPEG-4 Part 2")]
    [InlineData("mjpeg.mp4", "mjpeg", "Motion JPEG")]
    [InlineData("av1.mp4", "libaom-av1 -cpu-used 8", "AV1")]
    [InlineData("prores.mov", "prores_ks", "Apple ProRes")]
    public async Task Other_codecs_are_refused_by_name(string name, string codec, string kind)
    {
        var path = await clips.MakeAsync($"-t 0.2 -f lavfi -i {Clips.Moving} -c:v {codec} {name}");

        await RefusesAsync(path, UnusableVideoReason.UnsupportedCodec, kind, ToConvert);
    }

    [Fact]
    public async Task An_encrypted_video_is_refused()
    {
        var path = await clips.MovingAsync(
            "encrypted.mp4",
            0.4,
            "-encryption_scheme cenc-aes-ctr -encryption_key 00112233445566778899aabbccddeeff -encryption_kid " +
            "00112233445566778899aabbccddeeff");

        await RefusesAsync(path, UnusableVideoReason.UnsupportedCodec, "encrypted", notAdvice: ToConvert);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_is_refused()
    {
        var plain = await clips.MovingAsync("complete.mp4", 0.4);
        var fast = await clips.MakeAsync($"-i {plain} -c copy -movflags faststart fast.mp4");

        await RefusesAsync(
            Cut(plain, "no-index.mp4"), UnusableVideoReason.Truncated, "index", "upload it again", ToConvert);
        await RefusesAsync(
            Cut(fast, "no-end.mp4"), UnusableVideoReason.Truncated, "bytes are missing", "upload it again", ToConvert);
    }

    [Fact]
    public async Task A_segment_without_its_index_is_refused()
    {
        var whole = await File.ReadAllBytesAsync(
            await clips.MovingAsync("stream.mp4", 0.4, "-movflags frag_keyframe+empty_moov"),
            TestContext.Current.CancellationToken);
        var segment = Write("segment.m4s", whole[(whole.AsSpan().IndexOf("moof"u8) - 4)..]);

        await RefusesAsync(
            segment, UnusableVideoReason.Truncated, "initialization segment", "joined in one file", ToConvert);
    }

    [Fact]
    public async Task Frames_beyond_every_level_of_H264_are_refused_before_they_are_decoded()
    {
        var path = await clips.MovingAsync("bomb.mp4", 0.04, "-vf scale=8192:8192,setsar=1");

        await RefusesAsync(path, UnusableVideoReason.TooLarge, "8192x8192", "scale=");
    }

    private static async Task RefusesAsync(
        string path, UnusableVideoReason reason, string part, string advice = "", string notAdvice = "(none)")
    {
        var error = await Assert.ThrowsAsync<UnusableVideoException>(
            () => VideoFile.OpenAsync(path, TestContext.Current.CancellationToken));

        Assert.Equal(reason, error.Reason);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(notAdvice, error.Message, StringComparison.Ordinal);
    }

    private string Cut(string path, string name) => Write(name, File.ReadAllBytes(path)[..^200]);

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(clips[name], content);
        return clips[name];
    }
}
