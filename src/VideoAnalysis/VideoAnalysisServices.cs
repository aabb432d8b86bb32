using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoAnalysis.Analyses;
using VideoAnalysis.Backfilling;
using VideoAnalysis.Backlog;
using VideoAnalysis.Collecting;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Engine;
using VideoAnalysis.Jobs;
using VideoAnalysis.Reconciling;
using VideoAnalysis.Removing;
using VideoAnalysis.Results;
using VideoAnalysis.Starting;
using VideoAnalysis.Videos;

namespace VideoAnalysis;

/// <summary>Registers the domain.</summary>
public static class VideoAnalysisServices
{
    /// <summary>
    /// Registers everything in the domain. The caller adds the <see cref="AnalysisRegistry"/>, logging, and the
    /// ports: <see cref="IResultStore"/>, <see cref="IVideoAnalyzer"/>, <see cref="IAnalysisSource"/>,
    /// <see cref="IBacklog"/>, <see cref="IContinuation"/>, <see cref="IVideoCatalog"/>. Options, the clock and the
    /// randomness that are registered already are kept.
    /// </summary>
    public static IServiceCollection AddVideoAnalysis(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton(new JobOptions());
        services.TryAddSingleton(new BacklogOptions());
        services.AddSingleton<AnalysisMetrics>();
        services.AddSingleton<AnalysisStarter>();
        services.AddSingleton<OnDemandStarter>();
        services.AddSingleton<BacklogDrainer>();
        services.AddSingleton<ResultCollector>();
        services.AddSingleton<ResultReader>();
        services.AddSingleton<AppearanceReader>();
        services.AddSingleton<ResultRemover>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<Backfiller>();
        return services;
    }
}
