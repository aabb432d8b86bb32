using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.S3;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.EndToEnd;

/// <summary>
/// The process is killed at every stage of a video's way, and the next one on the same folder ends it.
/// </summary>
[Slow]
public sealed class RestartTests : IClassFixture<UndisturbedRun>
{
    private readonly UndisturbedRun _undisturbed;

    public RestartTests(UndisturbedRun undisturbed) => _undisturbed = undisturbed;

    [Fact(Timeout = 300_000)]
    public async Task A_half_received_upload_leaves_nothing_behind_and_can_be_repeated()
    {
        using var folder = new TemporaryFolder();
        await using (var stack = await StackProcess.StartedAsync(folder.Path))
        {
            using var half = await SendHalfAsync(stack.Services, "film.mp4", _undisturbed.Video);
            await stack.KillAsync();
        }

        await using var next = await StackProcess.StartedAsync(folder.Path);
        var missing = await Assert.ThrowsAsync<AmazonS3Exception>(() =>
            next.S3.GetObjectMetadataAsync("videos", "film.mp4", TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder.Path, "incoming")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder.Path, "objects")));

        await next.PutAsync("film.mp4", _undisturbed.Video);
        Assert.Equal(_undisturbed.Result, await next.ResultAsync("film.mp4"));
    }

    [Fact(Timeout = 300_000)]
    public async Task A_multipart_upload_goes_on_with_the_next_part()
    {
        using var folder = new TemporaryFolder();
        var first = new byte[5 * 1024 * 1024];
        string upload;
        string etag;
        await using (var stack = await StackProcess.StartedAsync(folder.Path))
        {
            upload = (await stack.S3.InitiateMultipartUploadAsync(
                "videos", "film.mp4", TestContext.Current.CancellationToken)).UploadId;
            etag = await PartAsync(stack.S3, upload, 1, first);
            await stack.KillAsync();
        }

        await using var next = await StackProcess.StartedAsync(folder.Path);
        var last = await PartAsync(next.S3, upload, 2, _undisturbed.Video);
        await next.S3.CompleteMultipartUploadAsync(
            new() { BucketName = "videos", Key = "film.mp4", UploadId = upload,
                PartETags = [new(1, etag), new(2, last)] },
            TestContext.Current.CancellationToken);

        var stored = await next.S3.GetObjectMetadataAsync("videos", "film.mp4", TestContext.Current.CancellationToken);
        Assert.Equal(first.Length + _undisturbed.Video.Length, stored.ContentLength);
    }

    [Fact(Timeout = 300_000)]
    public async Task Killed_as_soon_as_the_upload_is_answered_the_video_is_analysed()
    {
        using var folder = new TemporaryFolder();
        await using (var stack = await StackProcess.StartedAsync(folder.Path))
        {
            await stack.PutAsync("film.mp4", _undisturbed.Video);
            await stack.KillAsync();
        }

        await using var next = await StackProcess.StartedAsync(folder.Path);
        Assert.Equal(_undisturbed.Result, await next.ResultAsync("film.mp4"));
    }

    [Fact(Timeout = 300_000)]
    public async Task Killed_time_and_again_while_it_analyses_the_result_is_the_same()
    {
        using var folder = new TemporaryFolder();
        await using (var stack = await StackProcess.StartedAsync(folder.Path))
        {
            await stack.PutAsync("film.mp4", _undisturbed.Video);
            await stack.LoggedAsync("Job [0-9a-f]+ accepted");
            await stack.KillAsync();
        }

        foreach (var milliseconds in (int[])[50, 400, 1000])
        {
            await using var stack = await StackProcess.StartedAsync(folder.Path);
            await stack.LoggedAsync("1 jobs were in progress");
            await PauseAsync(milliseconds);
            await stack.KillAsync();
        }

        await using var last = await StackProcess.StartedAsync(folder.Path);
        Assert.Equal(_undisturbed.Result, await last.ResultAsync("film.mp4"));
    }

    // As when memory is short: the decoder is another process, and nobody ends it.
    [Fact(Timeout = 300_000)]
    public async Task Killed_alone_it_leaves_no_decoder_and_no_file()
    {
        using var folder = new TemporaryFolder();
        await using (var stack = await StackProcess.StartedAsync(folder.Path))
        {
            await stack.PutAsync("film.mp4", _undisturbed.Video);
            await UntilAsync(() => Decoders(folder.Path) > 0);
            await stack.KillAloneAsync();
            await UntilAsync(() => Decoders(folder.Path) == 0);
        }

        await using var next = await StackProcess.StartedAsync(folder.Path);
        Assert.Equal(_undisturbed.Result, await next.ResultAsync("film.mp4"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder.Path, "incoming")));
        Assert.Equal(0, Decoders(folder.Path));
    }

    [Theory(Timeout = 300_000)]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(150)]
    public async Task Killed_while_the_completion_is_delivered_and_collected_the_result_is_the_same(int milliseconds)
    {
        using var folder = new TemporaryFolder();
        await using (var stack = await StackProcess.StartedAsync(folder.Path))
        {
            await stack.PutAsync("film.mp4", _undisturbed.Video);
            await stack.LoggedAsync("Job [0-9a-f]+ succeeded");
            await PauseAsync(milliseconds);
            await stack.KillAsync();
        }

        await using var next = await StackProcess.StartedAsync(folder.Path);
        Assert.Equal(_undisturbed.Result, await next.ResultAsync("film.mp4"));
    }

    [Fact(Timeout = 300_000)]
    public async Task Ended_by_Ctrl_C_it_ends_well_and_goes_on_next_time()
    {
        using var folder = new TemporaryFolder();
        await using (var stack = await StackProcess.StartedAsync(folder.Path))
        {
            await stack.PutAsync("film.mp4", _undisturbed.Video);
            await stack.LoggedAsync("Job [0-9a-f]+ accepted");
            Assert.Equal(0, await stack.InterruptAsync());
        }

        await using var next = await StackProcess.StartedAsync(folder.Path);
        Assert.Equal(_undisturbed.Result, await next.ResultAsync("film.mp4"));
    }

    // The test's time limit ends it.
    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await PauseAsync(10);
        }
    }

    // How many processes decode a file of a folder.
    private static int Decoders(string folder) => Directory.EnumerateDirectories("/proc").Count(process =>
    {
        try
        {
            var words = File.ReadAllText(Path.Combine(process, "cmdline")).Split('\0');
            return words[0].EndsWith("ffmpeg", StringComparison.Ordinal)
                && words.Any(word => word.Contains(folder, StringComparison.Ordinal));
        }
        // No process, or one that has ended just now.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    private static async Task<string> PartAsync(AmazonS3Client s3, string upload, int number, byte[] content) =>
        (await s3.UploadPartAsync(
            new()
            {
                BucketName = "videos",
                Key = "film.mp4",
                UploadId = upload,
                PartNumber = number,
                InputStream = new MemoryStream(content),
            },
            TestContext.Current.CancellationToken)).ETag;

    // A request that promises more than it sends, as a client does whose line is cut.
    private static async Task<TcpClient> SendHalfAsync(Uri services, string key, byte[] content)
    {
        var client = new TcpClient();
        await client.ConnectAsync(services.Host, services.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"PUT /videos/{key} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {content.Length}\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        await stream.WriteAsync(content.AsMemory(0, content.Length / 2), TestContext.Current.CancellationToken);
        return client;
    }

    private static Task PauseAsync(int milliseconds) => Task.Delay(
        TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System, TestContext.Current.CancellationToken);
}
