using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Results;

/// <summary>A video and how its analyses stand.</summary>
/// <param name="Jobs">One job an analysis, at least one.</param>
public sealed record VideoOverview(IReadOnlyList<AnalysisJob> Jobs)
{
    /// <summary>The newest upload.</summary>
    public Upload Upload => Jobs[0].Upload;

    /// <summary>The video's metadata, once an analysis knows it.</summary>
    public VideoMetadata? Metadata => Jobs.Select(job => job.Metadata).FirstOrDefault(metadata => metadata is not null);

    /// <summary>The job of that analysis; null when the upload has none.</summary>
    public AnalysisJob? Find(Analysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return Jobs.FirstOrDefault(job => job.Analysis == analysis.Name);
    }

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsFinished => Jobs.All(job => job.IsFinished);

    /// <summary>Whether an analysis failed, whatever became of the others.</summary>
    public bool HasFailures => Jobs.Any(job => job.Status == JobStatus.Failed);

    /// <summary>
    /// The state of the whole: unfinished while an analysis is, FAILED when all failed, SUCCEEDED when one succeeded.
    /// </summary>
    public JobStatus Status =>
        Jobs.All(job => job.Status == JobStatus.Queued) ? JobStatus.Queued
        : Jobs.Any(job => !job.IsFinished) ? JobStatus.InProgress
        : Jobs.All(job => job.Status == JobStatus.Failed) ? JobStatus.Failed
        : JobStatus.Succeeded;
}
