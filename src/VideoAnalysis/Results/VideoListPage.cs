namespace VideoAnalysis.Results;

/// <summary>A page of the list of videos, newest first.</summary>
/// <param name="Videos">The videos.</param>
/// <param name="Next">Where the next page begins; null on the last. A page before it may be short, or empty.</param>
public sealed record VideoListPage(IReadOnlyList<VideoOverview> Videos, ListPosition? Next);
