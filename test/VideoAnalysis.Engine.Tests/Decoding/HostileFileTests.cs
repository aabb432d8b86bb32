using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Decoding;

[Slow]
public sealed class HostileFileTests(Clips clips) : IClassFixture<Clips>
{
    [Theory]
    [InlineData("-i.mp4")]
    [InlineData("--.mp4")]
    [InlineData("two\nlines.mp4")]
    [InlineData("%03d.mp4")]
    [InlineData("http:evil.mp4")]
    [InlineData("pipe:0")]
    [InlineData("Übergröße 映画 🎬.mp4")]
    [InlineData("a'b\"c;$(d)&|.mp4")]
    public async Task Names_mean_nothing(string name)
    {
        var plain = await clips.MovingAsync("plain.mp4", 0.2);
        File.Copy(plain, clips[name], overwrite: true);

        Assert.Equal(5, (await DecodedVideo.ReadAsync(clips[name])).Frames.Count);
    }

    [Fact]
    public async Task A_relative_name_that_begins_with_a_dash_is_a_name()
    {
        var plain = await clips.MovingAsync("relative.mp4", 0.2);
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, plain);

        Assert.Equal(5, (await DecodedVideo.ReadAsync(relative)).Frames.Count);
    }

    // A playlist behind the beginning of an MP4: whoever guesses the format may follow it.
    [Theory]
    [InlineData("#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:{0}/a.ts\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile http://127.0.0.1:{0}/a.ts\n")]
    public async Task No_playlist_is_followed(string playlist)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var text = string.Format(
            System.Globalization.CultureInfo.InvariantCulture, playlist, ((IPEndPoint)server.LocalEndpoint).Port);
        var path = clips["playlist.mp4"];
        File.WriteAllBytes(path, [0, 0, 0, 8, .. "free"u8, 0, 0, 0, 8, .. "moov"u8, 0, 0, 0, 8, .. "mdat"u8,
            .. Encoding.UTF8.GetBytes(text)]);

        await Assert.ThrowsAsync<UnusableVideoException>(() => DecodedVideo.ReadAsync(path));

        Assert.False(server.Pending());
    }

    // A track may say that its pictures are in another file, of which ffmpeg knows the kind that old Macintoshes wrote.
    [Fact]
    public async Task Pictures_in_another_file_are_not_looked_at()
    {
        var path = clips["refers.mp4"];
        var other = File.ReadAllBytes(await clips.MovingAsync("other.mp4", 0.2));
        File.WriteAllBytes(path, ReferringTo("/other.mp4", other));

        // It is such a file: who is allowed to follow it finds the pictures.
        await clips.MakeAsync($"-enable_drefs 1 -i {path} -c copy followed.mp4");
        Assert.Equal(5, (await DecodedVideo.ReadAsync(clips["followed.mp4"])).Frames.Count);
        await Assert.ThrowsAsync<UnusableVideoException>(() => DecodedVideo.ReadAsync(path));
    }

    [Fact]
    public void Nothing_but_files_may_be_opened()
    {
        var arguments = FfmpegArguments.Input("-x.mp4").ToList();

        Assert.Equal("file,pipe", arguments[arguments.IndexOf("-protocol_whitelist") + 1]);
        Assert.Equal("mov", arguments[arguments.IndexOf("-f") + 1]);
        Assert.Equal("file:" + Path.GetFullPath("-x.mp4"), arguments[^1]);
    }

    // The index, which is the file's end, with the reference in the place of the one that says "in this file".
    private static byte[] ReferringTo(string other, byte[] file)
    {
        byte[] here = [0, 0, 0, 12, .. "url "u8, 0, 0, 0, 1];
        var at = file.AsSpan().IndexOf(here);
        // An alias is names and numbers of fixed lengths, the levels from here up and from there down, and a path.
        byte[] alias =
        [
            .. "alis"u8, .. new byte[4 + 10 + 28 + 12 + 64 + 16], 0, 1, 0, 1, .. new byte[16],
            0, 2, 0, (byte)other.Length, .. Encoding.ASCII.GetBytes(other), .. new byte[other.Length % 2],
            255, 255, 0, 0,
        ];
        byte[] result = [.. file[..at], .. BigEndian(alias.Length + 4), .. alias, .. file[(at + here.Length)..]];
        var more = alias.Length + 4 - here.Length;
        foreach (var box in new[] { "moov", "trak", "mdia", "minf", "dinf", "dref" })
        {
            var size = result.AsSpan(file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(box)) - 4, 4);
            BinaryPrimitives.WriteInt32BigEndian(size, BinaryPrimitives.ReadInt32BigEndian(size) + more);
        }

        return result;
    }

    private static byte[] BigEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
