using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Engine;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.LocalAws.Tests.S3;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.EndToEnd;

/// <summary>Many more uploads than Rekognition runs jobs. Only the time that an analysis takes is simulated.</summary>
[Slow]
public sealed class QuotaTests
{
    private const int Uploads = 1_000;
    private const int JobLimit = 20;

    [Fact(Timeout = 600_000)]
    public async Task A_thousand_uploads_at_once_are_all_analysed_twenty_at_a_time()
    {
        using var folder = new TemporaryFolder();
        var engine = new SlowEngine(TimeSpan.FromMilliseconds(800));
        CountedStarts? starts = null;
        var options = new LocalStackOptions
        {
            DataFolder = folder.Path,
            ServicesPort = 0,
            ApiPort = 0,
            LogLevel = LogLevel.Critical,

            // More workers than jobs may run: what bounds the jobs is the quota alone.
            Rekognition = new() { JobLimit = JobLimit, Workers = 2 * JobLimit },
        };
        await using var stack = await LocalStack.StartAsync(
            options,
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<IVideoEngine>(engine));
                services.Decorate(
                    operation => operation.Name == "StartFaceDetection" ? starts = new(operation) : operation);
            },
            TestContext.Current.CancellationToken);

        await UploadAsync(stack.Services);
        var succeeded = await SucceededAsync(stack.Api);

        Assert.Equal(Uploads, succeeded);
        Assert.Equal(Uploads, starts!.Accepted);
        Assert.InRange(engine.MostRunning, 1, JobLimit);
        Measured.Report(
            $"{succeeded} of {Uploads} succeeded, at most {engine.MostRunning} ran at once, " +
            $"{starts.Refused} Start calls refused ({(double)starts.Refused / succeeded:0.00} a success)");
        Assert.InRange(starts.Refused, 0, Uploads);
    }

    private static async Task UploadAsync(Uri services)
    {
        using var s3 = SdkClients.S3(services);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Uploads),
            new ParallelOptions { MaxDegreeOfParallelism = 16,
                CancellationToken = TestContext.Current.CancellationToken },
            async (number, cancellationToken) => await s3.PutObjectAsync(
                new() { BucketName = "videos", Key = $"{number}.mp4", InputStream = new MemoryStream([1, 2, 3]) },
                cancellationToken));
    }

    /// <summary>Waits until nothing is unfinished, and counts what succeeded.</summary>
    private static async Task<int> SucceededAsync(Uri api)
    {
        using var http = new HttpClient { BaseAddress = api };
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            if (await CountAsync(http, "FAILED") is var failed and > 0)
            {
                Assert.Fail($"{failed} videos failed.");
            }

            if (await CountAsync(http, "SUCCEEDED") is var succeeded and Uploads)
            {
                return succeeded;
            }
        }

        throw new OperationCanceledException();
    }

    private static async Task<int> CountAsync(HttpClient http, string status)
    {
        var (count, next) = (0, (string?)null);
        do
        {
            var path = $"/results?status={status}&limit=500{(next is null ? "" : $"&next={next}")}";
            using var page = JsonDocument.Parse(
                await http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
            count += page.RootElement.GetProperty("videos").GetArrayLength();
            next = page.RootElement.TryGetProperty("next", out var token) ? token.GetString() : null;
        }
        while (next is not null);

        return count;
    }
}
