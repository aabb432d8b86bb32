using System.Net;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.EndToEnd;

[Slow]
public sealed class UploadTests
{
    private const int PartBytes = 5 * 1024 * 1024;

    public static TheoryData<string> Keys { get; } =
    [
        "film.mp4",
        "a b.mp4",
        "plus+and&.mp4",
        "100%.mp4",
        "100%25.mp4",
        "#1, [x] (y).mp4",
        "코드/日本語 ünï.mp4",
        "a/b/../c.MP4",
        "it's \"quoted\" <b>.mov",

        // 1,000 characters.
        $"{string.Concat(Enumerable.Repeat("long/name ", 99))}long56.mp4",
    ];

    [Theory(Timeout = 120_000)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("videos.localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("rebound.example.com", HttpStatusCode.BadRequest)]
    public async Task A_page_on_the_Web_cannot_reach_the_stack_by_a_name_of_its_own(string host, HttpStatusCode status)
    {
        await using var stack = await StackHarness.StartedAsync();

        foreach (var port in (Uri[])[stack.Services, stack.Http.BaseAddress!])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, port) { Headers = { Host = host } };
            using var response = await stack.Http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task What_goes_to_another_bucket_is_kept_and_not_analysed()
    {
        await using var stack = await StackHarness.StartedAsync();
        await stack.S3.PutBucketAsync("backup", TestContext.Current.CancellationToken);
        await stack.PutAsync("film.mp4");
        await stack.ResultAsync("film.mp4");

        await stack.S3.CopyObjectAsync(
            "videos", "film.mp4", "backup", "film.mp4", TestContext.Current.CancellationToken);
        await stack.S3.CopyObjectAsync(
            "videos", "film.mp4", "backup", "other.mp4", TestContext.Current.CancellationToken);
        await stack.PutAsync("last.mp4");
        await stack.ResultAsync("last.mp4");

        Assert.Equal(2, stack.Engine.Opened);
        Assert.Equal(HttpStatusCode.NotFound, (await stack.GetAsync("other.mp4")).Status);
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Keys))]
    public async Task A_video_is_uploaded_analysed_listed_and_fetched_under_its_name(string key)
    {
        await using var stack = await StackHarness.StartedAsync();

        await stack.PutAsync(key);

        var result = await stack.ResultAsync(key);
        Assert.Equal("SUCCEEDED", result.GetProperty("status").GetString());
        Assert.Equal(key, result.GetProperty("key").GetString());
        Assert.Equal(4, result.GetProperty("detections").GetArrayLength());
        var (_, list) = await stack.GetPathAsync("/results");
        Assert.Equal([key], list.GetProperty("videos")
            .EnumerateArray().Select(video => video.GetProperty("key").GetString()));
        var (_, named) = await stack.GetPathAsync($"/results/-?video={Uri.EscapeDataString(key)}");
        Assert.Equal(key, named.GetProperty("key").GetString());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_multipart_upload_starts_exactly_one_job_when_it_is_completed()
    {
        await using var stack = await StackHarness.StartedAsync();
        using var transfer = new TransferUtility(stack.S3);
        var request = new TransferUtilityUploadRequest
        {
            BucketName = "videos",
            Key = "large.mp4",
            PartSize = PartBytes,
            InputStream = new MemoryStream(new byte[(3 * PartBytes) + 1]),
        };

        await transfer.UploadAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("SUCCEEDED", (await stack.ResultAsync("large.mp4")).GetProperty("status").GetString());
        Assert.Equal(1, stack.Engine.Opened);
    }

    [Fact(Timeout = 120_000)]
    public async Task Parts_and_aborted_uploads_start_none()
    {
        await using var stack = await StackHarness.StartedAsync();
        var upload = await stack.S3.InitiateMultipartUploadAsync(
            "videos", "aborted.mp4", TestContext.Current.CancellationToken);
        await stack.S3.UploadPartAsync(
            new()
            {
                BucketName = "videos",
                Key = "aborted.mp4",
                UploadId = upload.UploadId,
                PartNumber = 1,
                InputStream = new MemoryStream(new byte[PartBytes]),
            },
            TestContext.Current.CancellationToken);
        await stack.S3.AbortMultipartUploadAsync(
            "videos", "aborted.mp4", upload.UploadId, TestContext.Current.CancellationToken);

        await stack.PutAsync("whole.mp4");
        await stack.ResultAsync("whole.mp4");

        Assert.Equal(1, stack.Engine.Opened);
        Assert.Equal(HttpStatusCode.NotFound, (await stack.GetAsync("aborted.mp4")).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_copy_is_a_video_of_its_own()
    {
        await using var stack = await StackHarness.StartedAsync();
        await stack.PutAsync("film.mp4");
        await stack.ResultAsync("film.mp4");

        await stack.S3.CopyObjectAsync(
            new CopyObjectRequest { SourceBucket = "videos", SourceKey = "film.mp4", DestinationBucket = "videos",
                DestinationKey = "copy.mp4" },
            TestContext.Current.CancellationToken);

        Assert.Equal("SUCCEEDED", (await stack.ResultAsync("copy.mp4")).GetProperty("status").GetString());
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_no_video_by_its_name_is_ignored()
    {
        await using var stack = await StackHarness.StartedAsync();

        await stack.PutAsync("notes.txt");
        await stack.PutAsync("film.mp4");
        await stack.ResultAsync("film.mp4");

        Assert.Equal(HttpStatusCode.NotFound, (await stack.GetAsync("notes.txt")).Status);
        Assert.Equal(1, stack.Engine.Opened);
    }

    [Fact(Timeout = 120_000)]
    public async Task More_videos_than_the_limit_wait_in_the_backlog_and_all_succeed()
    {
        await using var stack = await StackHarness.StartedAsync(configure: options => options with
        {
            Rekognition = new() { JobLimit = 4, Workers = 2 },
            Backlog = options.Backlog with
            {
                FirstDelay = TimeSpan.FromSeconds(1),
                LongestDelay = TimeSpan.FromSeconds(1),
                BusyPause = TimeSpan.FromMilliseconds(50),
                StartInterval = TimeSpan.Zero,
            },
        });
        var keys = Enumerable.Range(0, 12).Select(number => $"{number}.mp4").ToList();

        await Task.WhenAll(keys.Select(key => stack.PutAsync(key)));

        foreach (var key in keys)
        {
            Assert.Equal("SUCCEEDED", (await stack.ResultAsync(key)).GetProperty("status").GetString());
        }

        Assert.Equal(12, stack.Engine.Opened);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_overwritten_key_shows_the_newer_video()
    {
        await using var stack = await StackHarness.StartedAsync();
        await stack.PutAsync("film.mp4");
        await stack.ResultAsync("film.mp4");
        stack.Engine.Faces = [0, 0, 5];

        await stack.PutAsync("film.mp4", [4, 5, 6]);

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while ((await stack.ResultAsync("film.mp4")).GetProperty("detections").GetArrayLength() != 5)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, stack.Engine.Opened);
    }
}
