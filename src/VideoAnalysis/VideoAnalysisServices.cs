using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
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
    /// <see cref="IBacklog"/>, <see cref="IContinuation"/>, <see cref="IVideoCatalog"/>, <see cref="IAnnouncements"/>.
    /// What is registered already is kept, the clock and the randomness included.
    /// </summary>
    public static IServiceCollection AddVideoAnalysis(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton(new JobOptions());
        services.TryAddSingleton(new BacklogOptions());
        services.TryAddSingleton<AnalysisMetrics>();
        services.TryAddSingleton<Announcer>();
        services.TryAddSingleton<AnalysisStarter>();
        services.TryAddSingleton<OnDemandStarter>();
        services.TryAddSingleton<BacklogDrainer>();
        services.TryAddSingleton<ResultCollector>();
        services.TryAddSingleton<ResultReader>();
        services.TryAddSingleton<AppearanceReader>();
        services.TryAddSingleton<TimelineReader>();
        services.TryAddSingleton<ResultRemover>();
        services.TryAddSingleton<Reconciler>();
        services.TryAddSingleton<Backfiller>();
        return services;
    }
}
