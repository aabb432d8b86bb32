using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.S3;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>The endpoint on a port of its own, with a data folder that outlives restarts.</summary>
internal sealed class LocalS3 : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _events = new();
    private WebApplication? _app;
    private AmazonS3Client? _client;

    public const string Bucket = "videos";

    public S3Options Options { get; init; } = new();

    public string DataFolder => _folder.Path;

    public Uri Address { get; private set; } = new("http://unset/");

    public HttpClient Http { get; private set; } = new();

    /// <summary>The AWS SDK's client, with nothing changed that it does by itself.</summary>
    public AmazonS3Client Client => _client ?? throw new InvalidOperationException("Not started.");

    public IObjectStore Store => Services.GetRequiredService<IObjectStore>();

    public IServiceProvider Services => _app?.Services ?? throw new InvalidOperationException("Not started.");

    public static async Task<LocalS3> StartAsync(S3Options? options = null)
    {
        var s3 = new LocalS3 { Options = options ?? new S3Options() };
        await s3.StartAgainAsync();
        return s3;
    }

    public async Task StartAgainAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddLocalStorage(_folder.Path);
        builder.Services.AddLocalDelivery();
        builder.Services.AddLocalS3(Options);
        builder.Services.AddSingleton<IFunctionInvoker>(new Recorder(_events));
        _app = builder.Build();
        _app.Run(_app.Services.GetRequiredService<S3Endpoint>().HandleAsync);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(_app.Urls.Single());
        Http = new HttpClient { BaseAddress = Address };
        _client = CreateClient();
    }

    /// <summary>Stops it, with everything on disk as it is.</summary>
    public async Task StopAsync()
    {
        _client?.Dispose();
        Http.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync(TestContext.Current.CancellationToken);
            await _app.DisposeAsync();
            _app = null;
        }
    }

    public AmazonS3Client CreateClient(Action<AmazonS3Config>? configure = null)
    {
        var config = new AmazonS3Config
        {
            ServiceURL = Address.ToString(),
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            Timeout = TimeSpan.FromSeconds(20),
        };
        configure?.Invoke(config);
        return new AmazonS3Client(new BasicAWSCredentials("local", "local"), config);
    }

    /// <summary>All events so far, each as its one record. Those of answered requests are among them.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync()
    {
        // Whatever was accepted is in the queue, until it has been delivered.
        var queue = Services.GetRequiredService<DeliveryQueue>();
        while (await queue.CountAsync(TestContext.Current.CancellationToken) > 0)
        {
            await Task.Yield();
        }

        return [.. _events.Select(payload => JsonDocument.Parse(payload).RootElement.GetProperty("Records")[0])];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private sealed class Recorder(ConcurrentQueue<string> events) : IFunctionInvoker
    {
        public Task<ReadOnlyMemory<byte>> InvokeAsync(
            string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
        {
            Assert.Equal("StartAnalysis", function);
            events.Enqueue(System.Text.Encoding.UTF8.GetString(payload.Span));
            return Task.FromResult(ReadOnlyMemory<byte>.Empty);
        }
    }
}
