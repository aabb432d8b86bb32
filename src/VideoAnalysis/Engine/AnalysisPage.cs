using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine;

/// <summary>One page of a job's results.</summary>
/// <param name="Status">
/// <see cref="JobStatus.InProgress"/>, <see cref="JobStatus.Succeeded"/> or <see cref="JobStatus.Failed"/>.
/// </param>
/// <param name="StatusMessage">
/// In the engine's words: why the job failed, or what the results of a succeeded one lack.
/// </param>
/// <param name="Metadata">The video's metadata, once known.</param>
/// <param name="Detections">The detections, in the engine's order; empty unless the job succeeded.</param>
/// <param name="NextToken">The next page's token; null on the last page.</param>
/// <param name="Describe">
/// Adds to the summary what the page says of the whole result, as the version of a model: the same on every page. Null
/// where it says nothing.
/// </param>
public sealed record AnalysisPage(
    JobStatus Status,
    string? StatusMessage,
    VideoMetadata? Metadata,
    IReadOnlyList<Detection> Detections,
    string? NextToken,
    Func<Summary, Summary>? Describe = null);
