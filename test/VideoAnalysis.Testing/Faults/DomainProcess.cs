using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
using VideoAnalysis.Backfilling;
using VideoAnalysis.Backlog;
using VideoAnalysis.Collecting;
using VideoAnalysis.Engine;
using VideoAnalysis.Reconciling;
using VideoAnalysis.Removing;
using VideoAnalysis.Results;
using VideoAnalysis.Starting;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Testing.Faults;

/// <summary>One process: the whole domain, and everything that it holds in memory.</summary>
public sealed class DomainProcess : IDisposable
{
    private readonly ServiceProvider _services;

    public DomainProcess(ICallGate gate, Outside outside)
    {
        ArgumentNullException.ThrowIfNull(outside);
        var ports = new GatedPorts(gate, Life, outside);
        var analyses = outside.Analyses;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(outside.Clock)
            .AddSingleton(new Random(1))
            .AddSingleton(analyses)
            .AddSingleton(outside.Store.Open(gate, Life, analyses, outside.Clock))
            .AddSingleton<IVideoAnalyzer>(ports)
            .AddSingleton<IAnalysisSource>(ports)
            .AddSingleton<IBacklog>(ports)
            .AddSingleton<IContinuation>(ports)
            .AddSingleton<IVideoCatalog>(ports)
            .AddSingleton<IAnnouncements>(ports)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddVideoAnalysis()
            .BuildServiceProvider();
    }

    public ProcessLife Life { get; } = new();

    public IResultStore Store => Get<IResultStore>();

    public AnalysisRegistry Analyses => Get<AnalysisRegistry>();

    public AnalysisStarter Starter => Get<AnalysisStarter>();

    public BacklogDrainer Drainer => Get<BacklogDrainer>();

    public ResultCollector Collector => Get<ResultCollector>();

    public ResultReader Reader => Get<ResultReader>();

    public ResultRemover Remover => Get<ResultRemover>();

    public Reconciler Reconciler => Get<Reconciler>();

    public Backfiller Backfiller => Get<Backfiller>();

    public void Dispose() => _services.Dispose();

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
