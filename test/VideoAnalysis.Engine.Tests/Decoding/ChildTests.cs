using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Decoding;

/// <summary>What becomes of a video when the programs that read it die, hang, talk nonsense or are not there.</summary>
[Slow]
public sealed class ChildTests(Clips clips) : IClassFixture<Clips>, IDisposable
{
    private const int Limit = 60_000;

    private readonly StandIn _standIn = new();

    public void Dispose() => _standIn.Dispose();

    [Theory(Timeout = Limit)]
    [InlineData("'{0}' \"$@\" | head -c 200000; kill -9 $$", "ended in the middle of a picture")]
    [InlineData("'{0}' \"$@\" | head -c 200000", "ended in the middle of a picture")]
    [InlineData("'{0}' \"$@\"; echo 'Conversion failed!' >&2; exit 1",
        "ffmpeg ended with exit code 1: Conversion failed!")]
    [InlineData("'{0}' \"$@\"; kill -TERM $$", "ffmpeg ended with exit code 143")]
    [InlineData("echo 'malloc: Cannot allocate memory' >&2; exit 1", "Cannot allocate memory")]
    [InlineData("echo 'Hello'", "decoder")]
    public async Task A_decoder_that_dies_fails_the_video_and_may_be_tried_again(string script, string part)
    {
        var failure = await FailsAsync(Decoder(script));

        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("sleep 1000")]
    [InlineData("trap '' TERM INT; while :; do sleep 1; done")]
    [InlineData("'{0}' \"$@\" | head -c 200000; sleep 1000")]
    [InlineData("'{0}' \"$@\"; exec >&-; sleep 1000")]
    [InlineData("sleep 1000 & note $!; wait")]
    public async Task A_decoder_that_hangs_is_ended_with_all_that_it_started(string script)
    {
        var failure = await FailsAsync(Decoder(script));

        Assert.Contains("was silent for 4 s, and was ended", failure.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("kill -9 $$", "ffprobe ended with exit code 137")]
    [InlineData("sleep 1000", "was silent for 4 s")]
    [InlineData("echo 'Hello'", "ffprobe's answer is not as expected")]
    [InlineData("echo null", "ffprobe's answer is not as expected")]
    [InlineData("cat /dev/zero", "wrote more than")]
    public async Task An_ffprobe_that_fails_fails_the_video_and_may_be_tried_again(string script, string part)
    {
        var failure = await FailsAsync(StandIn.Real with { Ffprobe = _standIn.Write("ffprobe", script) });

        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Who_cancels_waits_for_no_decoder()
    {
        var path = await clips.MovingAsync("cancelled.mp4", 2);
        var settings =
            Settings(Decoder("'{0}' \"$@\" | head -c 200000; sleep 1000")) with { Patience = TimeSpan.FromHours(1) };
        using var cancellation = new CancellationTokenSource();
        var video = await VideoFile.OpenAsync(path, settings, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var picture in video.ReadAsync(everyFrame: true, cancellation.Token))
            {
                picture.Dispose();
                cancellation.CancelAfter(TimeSpan.FromMilliseconds(100));
            }
        });

        Assert.Empty(_standIn.Running);
    }

    [Fact(Timeout = Limit)]
    public async Task Who_stops_reading_leaves_no_decoder()
    {
        var path = await clips.MovingAsync("left.mp4", 2);
        var settings = Settings(Decoder("'{0}' \"$@\"; sleep 1000")) with { Patience = TimeSpan.FromHours(1) };
        var video = await VideoFile.OpenAsync(path, settings, TestContext.Current.CancellationToken);

        await foreach (var picture in video.ReadAsync(everyFrame: true, TestContext.Current.CancellationToken))
        {
            picture.Dispose();
            break;
        }

        Assert.Equal(1, _standIn.Started);
        Assert.Empty(_standIn.Running);
    }

    [Fact(Timeout = Limit)]
    public async Task A_program_that_cannot_be_started_fails_the_video()
    {
        var failure = await FailsAsync(
            StandIn.Real with { Ffmpeg = Path.Combine(_standIn.Folder, "nowhere") }, starts: 0);

        Assert.Contains("cannot be started", failure.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Without_ffmpeg_the_command_that_installs_it_is_told()
    {
        var missing = await MissingAsync();

        Assert.StartsWith("ffmpeg, which reads the videos, is not on the PATH. Version 4.2 or later", missing,
            StringComparison.Ordinal);
        Assert.Contains("sudo apt-get install -y ffmpeg", missing, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Without_ffprobe_the_command_that_installs_it_is_told()
    {
        _standIn.Write("ffmpeg", "echo 'ffmpeg version 7.1'");

        Assert.StartsWith(
            "ffprobe, which reads the videos, is not on the PATH.", await MissingAsync(), StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("echo 'ffmpeg version 4.1.11-0+deb10u1 Copyright (c) 2000-2021'", "is too old: it is version 4.1")]
    [InlineData("echo 'ffmpeg version n3.4 Copyright'", "is too old: it is version 3.4")]
    [InlineData("echo 'error while loading shared libraries: libavdevice.so.59' >&2; exit 127", "libavdevice.so.59")]
    [InlineData("kill -9 $$", "does not tell its version")]
    [InlineData("cat /dev/zero", "wrote more than")]
    public async Task An_ffmpeg_that_is_too_old_or_does_not_run_is_missing(string script, string part)
    {
        _standIn.Write("ffmpeg", script);
        _standIn.Write("ffprobe", "echo 'ffprobe version 7.1'");

        Assert.Contains(part, await MissingAsync(), StringComparison.Ordinal);
        Assert.Empty(_standIn.Running);
    }

    [Theory(Timeout = Limit)]
    [InlineData("echo 'ffmpeg version 4.2.7-0ubuntu0.1 Copyright'")]
    [InlineData("echo 'ffmpeg version N-109542-g3a6ff0 Copyright'")]
    public async Task The_oldest_version_and_builds_from_between_two_versions_will_do(string script)
    {
        var ffmpeg = _standIn.Write("ffmpeg", script);
        var ffprobe = _standIn.Write("ffprobe", script.Replace("ffmpeg", "ffprobe", StringComparison.Ordinal));

        var tools = await FfmpegTools.FindAsync(_standIn.Folder, TestContext.Current.CancellationToken);

        Assert.Equal((ffmpeg, ffprobe), (tools.Ffmpeg, tools.Ffprobe));
    }

    private static DecoderSettings Settings(FfmpegTools tools) =>
        new() { Tools = tools, Patience = TimeSpan.FromSeconds(4) };

    private FfmpegTools Decoder(string script) => StandIn.Real with
    {
        Ffmpeg = _standIn.Write("ffmpeg", script.Replace("{0}", StandIn.Real.Ffmpeg, StringComparison.Ordinal)),
    };

    private async Task<string> MissingAsync() => (await Assert.ThrowsAsync<FfmpegMissingException>(
        () => FfmpegTools.FindAsync(_standIn.Folder, TestContext.Current.CancellationToken))).Message;

    private async Task<EngineFailureException> FailsAsync(FfmpegTools tools, int starts = 1)
    {
        var path = await clips.MovingAsync("video.mp4", 2);

        var failure = await Assert.ThrowsAsync<EngineFailureException>(
            () => DecodedVideo.ReadAsync(path, Settings(tools)));

        Assert.InRange(_standIn.Started, starts, 2);
        Assert.Empty(_standIn.Running);
        return failure;
    }
}
