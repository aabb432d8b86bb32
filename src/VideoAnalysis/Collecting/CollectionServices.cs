using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
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
    Announcer Announcer,
    JobOptions Options,
    AnalysisMetrics Metrics,
    TimeProvider Time,
    IAppearanceEvidence? Evidence,
    AnalysisRegistry Analyses,
    ILogger Logger)
{
    /// <summary>
    /// Whether appearances may have to end at cuts that another analysis finds: an engine that gives evidence knows the
    /// cuts from the beginning.
    /// </summary>
    public bool AwaitsCuts => Evidence is null
        && Analyses.All.Any(analysis => analysis.EndsAtCuts) && Analyses.All.Any(analysis => analysis.TellsCuts);
}
