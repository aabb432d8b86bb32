using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Tests.Delivery;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Rekognition;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

/// <summary>The local Rekognition on a port of its own, behind the real client.</summary>
internal sealed class RekognitionHarness : IAsyncDisposable
{
    public static string Topic => LocalNames.Topic;

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;
    private AmazonRekognitionClient? _client;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    public ScriptedEngine Engine { get; } = new();

    public MemoryObjects Objects { get; } = new();

    public FakeInvoker Invoker { get; } = new();

    /// <summary>No job waits for others unless a test says so.</summary>
    public RekognitionOptions Options { get; init; } = new() { Workers = 2, Gathering = TimeSpan.Zero };

    public AmazonRekognitionClient Client => _client!;

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(20) };

    public IServiceProvider Services => _app!.Services;

    public static async Task<RekognitionHarness> StartedAsync(RekognitionOptions? options = null)
    {
        var harness = options is null
            ? new RekognitionHarness()
            : new RekognitionHarness { Options = options with { Gathering = TimeSpan.Zero } };
        await harness.StartAsync();
        return harness;
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrelOnAnyPort();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddLocalStorage(_folder.Path);
        builder.Services.AddLocalDelivery();
        builder.Services.AddSingleton<IFunctionInvoker>(Invoker);
        builder.Services.AddSingleton<IVideoEngine>(Engine);
        builder.Services.AddSingleton<IJobObjects>(Objects);
        builder.Services.AddSingleton<IFaceIndexer, ScriptedIndexer>();
        builder.Services.AddLocalRekognition(Options);
        builder.Services.AddLocalAnalysis<SceneAnalysis>();
        _app = builder.Build();
        _app.UseLocalRekognition();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Http.BaseAddress ??= new Uri(_app.Urls.Single());
        _client = new AmazonRekognitionClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonRekognitionConfig
            {
                ServiceURL = _app.Urls.Single(),
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            });
    }

    public async Task StopAsync()
    {
        _client?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync(TestContext.Current.CancellationToken);
            await _app.DisposeAsync();
            _app = null;
        }
    }

    /// <summary>
    /// Ends it, with the database as a killed process leaves it: what was being worked on is not released.
    /// </summary>
    public async Task DieAsync()
    {
        var running = await NumbersAsync("SELECT number FROM rekognition_jobs WHERE running");
        await StopAsync();
        await NumbersAsync($"UPDATE rekognition_jobs SET running = 1 WHERE number IN ({string.Join(',', running)})");
    }

    /// <summary>Runs a statement on the database itself.</summary>
    public async Task<List<long>> NumbersAsync(string sql)
    {
        var file = Path.Combine(_folder.Path, "local.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var numbers = new List<long>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers;
    }

    /// <summary>Starts a job of the made-up analysis.</summary>
    /// <returns>The JobId.</returns>
    public async Task<string> StartScenesAsync(string key = "film.mp4", string members = "")
    {
        var (status, body, _) = await PostAsync("StartSceneDetection", $$"""
            {
                "Video": { "S3Object": { "Bucket": "videos", "Name": "{{key}}" } },
                "NotificationChannel": { "SNSTopicArn": "{{Topic}}",
                  "RoleArn": "arn:aws:iam::000000000000:role/rekognition" }
                {{members}}
            }
            """);
        Assert.True(status == 200, body.ToString());
        return body.GetProperty("JobId").GetString()!;
    }

    /// <summary>A valid request for the object that is there.</summary>
    public static StartFaceDetectionRequest Request(string? token = null, string key = "film.mp4") => new()
    {
        Video = new() { S3Object = new() { Bucket = "videos", Name = key } },
        ClientRequestToken = token,
        JobTag = "faces:tag",
        NotificationChannel = new()
        {
            SNSTopicArn = Topic,
            RoleArn = "arn:aws:iam::000000000000:role/rekognition",
        },
    };

    /// <summary>Starts a job.</summary>
    /// <returns>The JobId.</returns>
    public async Task<string> StartJobAsync(string? token = null, string key = "film.mp4") =>
        (await Client.StartFaceDetectionAsync(Request(token, key), TestContext.Current.CancellationToken)).JobId;

    /// <summary>Waits for a completion to be delivered.</summary>
    /// <returns>The message within the SNS event.</returns>
    public async Task<JsonElement> NextCompletionAsync()
    {
        var (function, payload) = await Invoker.NextCallAsync();
        Assert.Equal(JobEnds.CompletionFunction, function);
        using var document = JsonDocument.Parse(payload);
        var sns = document.RootElement.GetProperty("Records")[0].GetProperty("Sns");
        Assert.Equal(Topic, sns.GetProperty("TopicArn").GetString());
        using var message = JsonDocument.Parse(sns.GetProperty("Message").GetString()!);
        return message.RootElement.Clone();
    }

    /// <summary>A page of a job.</summary>
    public Task<GetFaceDetectionResponse> GetAsync(string jobId, string? nextToken = null, int? maxResults = null) =>
        Client.GetFaceDetectionAsync(
            new GetFaceDetectionRequest { JobId = jobId, NextToken = nextToken, MaxResults = maxResults },
            TestContext.Current.CancellationToken);

    /// <summary>Sends a body as it is.</summary>
    public async Task<(int Status, JsonElement Body, HttpResponseHeaders Headers)> PostAsync(
        string operation, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Add("X-Amz-Target", $"RekognitionService.{operation}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1");
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(text);
        return ((int)response.StatusCode, document.RootElement.Clone(), response.Headers);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Http.Dispose();
        Engine.Dispose();
        _folder.Dispose();
    }
}
