using Microsoft.Extensions.Logging;
using VideoAnalysis.Collecting;
using VideoAnalysis.Reconciling;
using VideoAnalysis.Starting;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Diagnostics;

/// <summary>What the domain logs: identifiers and outcomes, never what was detected.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Information, "Nothing to start of {Analysis} for {Video}, job {JobId}: {Outcome}")]
    public static partial void StartLeft(
        this ILogger logger, Video video, string analysis, string? jobId, StartOutcome outcome);

    [LoggerMessage(102, LogLevel.Information, "Started {Analysis} for {Video} as job {JobId}")]
    public static partial void JobStarted(this ILogger logger, Video video, string analysis, string jobId);

    [LoggerMessage(103, LogLevel.Information, "No room for {Analysis} of {Video}, refusal {Refusals}: {Reason}")]
    public static partial void EngineBusy(
        this ILogger logger, Video video, string analysis, int refusals, string reason);

    [LoggerMessage(104, LogLevel.Warning, "{Analysis} of {Video} will not be analysed: {Reason}")]
    public static partial void JobRefused(this ILogger logger, Video video, string analysis, string reason);

    [LoggerMessage(201, LogLevel.Information, "Completion of {Analysis} for {Video}, job {JobId}: {Outcome}")]
    public static partial void CompletionHandled(
        this ILogger logger, Video video, string analysis, string jobId, CollectOutcome outcome);

    [LoggerMessage(202, LogLevel.Warning, "{Analysis} of {Video} failed, job {JobId}: {Reason}")]
    public static partial void JobFailed(
        this ILogger logger, Video video, string analysis, string jobId, string reason);

    [LoggerMessage(203, LogLevel.Warning, "The page token expired; collecting {Analysis} of {Video}, job {JobId}, from page one")]
    public static partial void CollectionRestarted(this ILogger logger, Video video, string analysis, string jobId);

    [LoggerMessage(204, LogLevel.Warning, "A completion of {Analysis} for {Video} names the job {NamedJobId}, which is not its own; the engine is asked about {JobId}")]
    public static partial void OtherJobId(
        this ILogger logger, Video video, string analysis, string jobId, string namedJobId);

    [LoggerMessage(301, LogLevel.Information, "Removed {Analysis} of {Video}, job {JobId}")]
    public static partial void ResultsRemoved(this ILogger logger, Video video, string analysis, string? jobId);

    [LoggerMessage(401, LogLevel.Information, "Reconcile looks at {Analysis} of {Video}, job {JobId}, {Status} since {Since}")]
    public static partial void Reconciling(
        this ILogger logger, Video video, string analysis, string? jobId, string status, DateTimeOffset since);

    [LoggerMessage(402, LogLevel.Error, "Reconcile could not settle {Analysis} of {Video}, job {JobId}; it is tried again later")]
    public static partial void ReconcileFailed(
        this ILogger logger, Exception exception, Video video, string analysis, string? jobId);

    [LoggerMessage(403, LogLevel.Information, "Reconcile: {Report}")]
    public static partial void Reconciled(this ILogger logger, ReconcileReport report);
}
