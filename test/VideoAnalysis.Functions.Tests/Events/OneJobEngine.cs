using VideoAnalysis.Analyses;
using VideoAnalysis.Engine;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Functions.Tests.Events;

/// <summary>Rekognition with one job: the one of the sample events.</summary>
internal sealed class OneJobEngine(string jobId) : IVideoAnalyzer, IAnalysisSource
{
    /// <summary>What was started.</summary>
    public List<StartRequest> Started { get; } = [];

    /// <summary>Why the job fails; null if it succeeds.</summary>
    public string? FailsBecause { get; set; }

    /// <summary>What the job finds.</summary>
    public IReadOnlyList<Detection> Detections { get; set; } = [];

    public Task<string> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        Started.Add(request);
        return Task.FromResult(jobId);
    }

    public Task<AnalysisPage> GetPageAsync(
        Analysis analysis, string requestedJobId, string? nextToken, CancellationToken cancellationToken) =>
        requestedJobId == jobId
            ? Task.FromResult(FailsBecause is { } reason
                ? new AnalysisPage(JobStatus.Failed, reason, null, [], null)
                : new AnalysisPage(JobStatus.Succeeded, null, null, Detections, null))
            : throw new JobNotFoundException($"There is no job {requestedJobId}.");
}
