using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>Which videos are wanted.</summary>
public sealed record VideoListQuery
{
    /// <summary>The videos of a page when nobody says how many.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most videos that a page can be asked for.</summary>
    public const int MaxLimit = 500;

    /// <summary>
    /// Only videos of this status, and for <see cref="JobStatus.Failed"/> also those of which any analysis failed; null
    /// for all. With <see cref="Analysis"/> it is the status of that analysis.
    /// </summary>
    public JobStatus? Status { get; init; }

    /// <summary>Only videos that have this analysis, whatever became of it; null for all.</summary>
    public Analysis? Analysis { get; init; }

    /// <summary>Only videos whose object key begins with this text; empty for all.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The most videos in the page.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Where to go on; null from the newest.</summary>
    public ListPosition? Position { get; init; }

    /// <summary>Whether a video is wanted.</summary>
    public bool Matches(VideoOverview video)
    {
        ArgumentNullException.ThrowIfNull(video);
        return video.Upload.Video.Key.StartsWith(Prefix, StringComparison.Ordinal) &&
            (Analysis is null
                ? HasStatus(video)
                : video.Find(Analysis) is { } job && job.Status == (Status ?? job.Status));
    }

    private bool HasStatus(VideoOverview video) =>
        Status is not { } status || video.Status == status || (status == JobStatus.Failed && video.HasFailures);
}
