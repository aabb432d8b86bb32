using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Announcing;
using VideoAnalysis.Backfilling;
using VideoAnalysis.Backlog;
using VideoAnalysis.Collecting;
using VideoAnalysis.Engine;
using VideoAnalysis.Jobs;
using VideoAnalysis.Reconciling;
using VideoAnalysis.Removing;
using VideoAnalysis.Results;
using VideoAnalysis.Starting;
using VideoAnalysis.Testing.Stores;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Testing.Engine;

/// <summary>The whole domain over fakes of its ports.</summary>
public sealed class TestSystem : IDisposable
{
    private readonly ServiceProvider _services;

    public TestSystem(
        IResultStore? store = null,
        JobOptions? options = null,
        FakeTimeProvider? clock = null,
        AnalysisRegistry? analyses = null)
    {
        Clock = clock ?? new(Some.Noon);
        Memory = new(Clock);
        Store = store ?? Memory;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new Random(1))
            .AddSingleton(options ?? new JobOptions())
            .AddSingleton(analyses ?? new AnalysisRegistry(Faces))
            .AddSingleton(Store)
            .AddSingleton<IVideoAnalyzer>(Engine)
            .AddSingleton<IAnalysisSource>(Engine)
            .AddSingleton<IBacklog>(Backlog)
            .AddSingleton<IContinuation>(Continuation)
            .AddSingleton<IVideoCatalog>(Catalog)
            .AddSingleton<IAnnouncements>(Announcements)
            .AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>))
            .AddVideoAnalysis()
            .BuildServiceProvider();
    }

    public FaceAnalysis Faces { get; } = new(FaceAttributes.Default);

    public FakeTimeProvider Clock { get; }

    /// <summary>The store, unless the test brought its own.</summary>
    public InMemoryResultStore Memory { get; }

    public IResultStore Store { get; }

    public FakeEngine Engine { get; } = new();

    public FakeBacklog Backlog { get; } = new();

    public FakeContinuation Continuation { get; } = new();

    public FakeCatalog Catalog { get; } = new();

    public FakeAnnouncements Announcements { get; } = new();

    public AnalysisStarter Starter => _services.GetRequiredService<AnalysisStarter>();

    public OnDemandStarter OnDemand => _services.GetRequiredService<OnDemandStarter>();

    public BacklogDrainer Drainer => _services.GetRequiredService<BacklogDrainer>();

    public ResultCollector Collector => _services.GetRequiredService<ResultCollector>();

    public ResultReader Reader => _services.GetRequiredService<ResultReader>();

    public AppearanceReader Appearances => _services.GetRequiredService<AppearanceReader>();

    public ResultRemover Remover => _services.GetRequiredService<ResultRemover>();

    public Reconciler Reconciler => _services.GetRequiredService<Reconciler>();

    public Backfiller Backfiller => _services.GetRequiredService<Backfiller>();

    /// <summary>A hand-over time that never comes.</summary>
    public static DateTimeOffset NoHurry => DateTimeOffset.MaxValue;

    /// <summary>The stored faces job of a key.</summary>
    public Task<AnalysisJob?> JobAsync(string key = "film.mp4") =>
        Store.FindJobAsync(key, Faces.Name, CancellationToken.None);

    /// <summary>Uploads: starts every analysis.</summary>
    public Task UploadAsync(Upload upload) => Starter.StartAsync(upload, CancellationToken.None);

    /// <summary>The completion message of a job.</summary>
    public Completion CompletionOf(string jobId)
    {
        var request = Engine.RequestOf(jobId);
        return new(request.Upload.Video, request.Tag, jobId);
    }

    /// <summary>Delivers a job's completion message.</summary>
    public Task<CollectOutcome> CompleteAsync(string jobId, DateTimeOffset? handOverAt = null) =>
        Collector.CollectAsync(CompletionOf(jobId), handOverAt ?? NoHurry, CancellationToken.None);

    /// <summary>Everything that is stored for a key, read to the last page.</summary>
    public async Task<IReadOnlyList<Detection>> ReadAllAsync(string key = "film.mp4", DetectionQuery? query = null)
    {
        var all = new List<Detection>();
        var next = query ?? new DetectionQuery { Analysis = Faces };
        while (await Reader.ReadAsync(key, next, CancellationToken.None) is { } page)
        {
            all.AddRange(page.ReadDetections());
            if (page.Next is null)
            {
                break;
            }

            next = next with { Position = page.Next };
        }

        return all;
    }

    public void Dispose() => _services.Dispose();
}
