using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Amazon.Lambda.TestUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
using VideoAnalysis.Backfilling;
using VideoAnalysis.Backlog;
using VideoAnalysis.Collecting;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.Events;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Stores;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Tests.Handlers;

/// <summary>
/// The functions behind the Lambda serializer, over the fakes of the domain's ports, with their log and metrics to look
/// at. Events are JSON, as Lambda gets them.
/// </summary>
internal sealed class FunctionHost : IDisposable
{
    public const string RequestId = "8a2f5c1e-request";

    private static readonly EventSerializer Serializer = new();

    private readonly MemoryStream _log = new();
    private readonly MemoryStream _metrics = new();
    private readonly ServiceProvider _services;

    public FunctionHost()
    {
        Store = new(Clock);
        _services = new ServiceCollection()
            .AddSingleton<IResultStore>(Store)
            .AddSingleton<IVideoAnalyzer>(Engine)
            .AddSingleton<IAnalysisSource>(Engine)
            .AddSingleton<IBacklog>(Backlog)
            .AddSingleton<IAnnouncements>(new FakeAnnouncements())
            .AddSingleton<IContinuation>(Continuation)
            .AddSingleton<IVideoCatalog>(Catalog)
            .AddSingleton(new BacklogOptions { StartInterval = TimeSpan.Zero }) // The clock stands still.
            .AddLogging(logging => logging.AddProvider(new JsonLogProvider(_log, Clock)))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(
                provider => new EmbeddedMetrics(provider.GetRequiredService<AnalysisMetrics>(), Clock, _metrics))
            .AddVideoAnalysisFunctions(_ => null)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Some.Noon);

    public InMemoryResultStore Store { get; }

    public FakeEngine Engine { get; } = new();

    public FakeBacklog Backlog { get; } = new();

    public FakeContinuation Continuation { get; } = new();

    public FakeCatalog Catalog { get; } = new();

    /// <summary>The lines of the log, each a JSON object.</summary>
    public IReadOnlyList<JsonObject> Log => Lines(_log);

    /// <summary>The lines in the embedded metric format.</summary>
    public IReadOnlyList<JsonObject> Metrics => Lines(_metrics);

    public Task StartAnalysisAsync(string json) =>
        Get<StartFunctions>().StartAnalysis(Read<JsonElement>(json), Context());

    public Task<SQSBatchResponse> StartQueuedAsync(string json) =>
        Get<StartFunctions>().StartQueued(Read<SQSEvent>(json), Context());

    public Task CollectResultsAsync(string json) =>
        Get<CollectFunctions>().CollectResults(Read<SNSEvent>(json), Context());

    public Task<SQSBatchResponse> ContinueCollectionAsync(string json) =>
        Get<CollectFunctions>().ContinueCollection(Read<SQSEvent>(json), Context());

    public Task ReconcileAsync(string json) => Get<ReconcileFunctions>().Reconcile(Read<ScheduledRun>(json), Context());

    public Task BackfillAsync(string json) => Get<BackfillFunctions>().Backfill(Read<BackfillRequest>(json), Context());

    /// <summary>The stored job of a key.</summary>
    public Task<AnalysisJob?> JobAsync(string key) => Store.FindJobAsync(key, "faces", CancellationToken.None);

    /// <summary>Uploads a video and lets its job end; returns the completion message.</summary>
    public async Task<string> FinishedJobAsync(string key, params IReadOnlyList<Detection> detections)
    {
        await StartAnalysisAsync(EventJsons.S3(EventJsons.S3Record(key)));
        var job = await JobAsync(key) ?? throw new InvalidOperationException($"Nothing was started for {key}.");
        Engine.Succeed(job.JobId!, detections);
        return EventJsons.Completion(key, job).ToJsonString();
    }

    public void Dispose() => _services.Dispose();

    private static TestLambdaContext Context() =>
        new() { AwsRequestId = RequestId, RemainingTime = TimeSpan.FromMinutes(5) };

    private static T Read<T>(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return Serializer.Deserialize<T>(stream);
    }

    private static IReadOnlyList<JsonObject> Lines(MemoryStream stream) =>
        [.. Encoding.UTF8.GetString(stream.ToArray())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!.AsObject())];

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
