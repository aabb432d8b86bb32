using System.Net;
using System.Net.Sockets;
using System.Text;
using VideoAnalysis.Engine.Decoding;

namespace VideoAnalysis.Engine.Tests.Decoding;

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
        File.WriteAllBytes(path, [0, 0, 0, 8, .. "free"u8, 0, 0, 0, 8, .. "moov"u8, 0, 0, 0, 8, .. "mdat"u8, .. Encoding.UTF8.GetBytes(text)]);

        await Assert.ThrowsAsync<UnusableVideoException>(() => DecodedVideo.ReadAsync(path));

        Assert.False(server.Pending());
    }

    [Fact]
    public void Nothing_but_files_may_be_opened()
    {
        var arguments = FfmpegArguments.Input("-x.mp4").ToList();

        Assert.Equal("file,pipe", arguments[arguments.IndexOf("-protocol_whitelist") + 1]);
        Assert.Equal("mov", arguments[arguments.IndexOf("-f") + 1]);
        Assert.Equal("file:" + Path.GetFullPath("-x.mp4"), arguments[^1]);
    }
}
