using VideoAnalysis.Analyses;

namespace VideoAnalysis.Results;

/// <summary>A video, and how many detections it has when.</summary>
/// <param name="Overview">How the video's analyses stand.</param>
/// <param name="Analysis">Whose results these are.</param>
/// <param name="Interval">The length of every interval, in milliseconds.</param>
/// <param name="Intervals">Those in which there is a detection, in the order of time.</param>
public sealed record Timeline(
    VideoOverview Overview, Analysis Analysis, long Interval, IReadOnlyList<TimelineInterval> Intervals)
    : ResultPage(Overview, Analysis);

/// <summary>An interval of a timeline.</summary>
/// <param name="From">Its first millisecond: a multiple of the interval's length.</param>
/// <param name="Detections">
/// How many detections are seen in it; a span counts in every interval that it reaches into.
/// </param>
/// <param name="MostAtOnce">The most that are seen at the same millisecond of it.</param>
public sealed record TimelineInterval(long From, long Detections, long MostAtOnce);
