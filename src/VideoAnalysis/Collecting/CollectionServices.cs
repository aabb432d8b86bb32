using Microsoft.Extensions.Logging;
using VideoAnalysis.Appearances;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Engine;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Collecting;

/// <summary>What a collection works with.</summary>
internal sealed record CollectionServices(
    IResultStore Store,
    IAnalysisSource Source,
    IContinuation Continuation,
    JobOptions Options,
    AnalysisMetrics Metrics,
    TimeProvider Time,
    IAppearanceEvidence? Evidence,
    ILogger Logger);
