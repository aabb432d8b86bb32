using VideoAnalysis.Analyses;

namespace VideoAnalysis.Results;

/// <summary>A video and a page of the detections of one analysis.</summary>
/// <param name="Overview">How the video's analyses stand.</param>
/// <param name="Analysis">Whose detections these are.</param>
/// <param name="Detections">In the order of their timestamps; empty until the analysis has succeeded.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record VideoResult(
    VideoOverview Overview, Analysis Analysis, IReadOnlyList<Detection> Detections, DetectionPosition? Next);
