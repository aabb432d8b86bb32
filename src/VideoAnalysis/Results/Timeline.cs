namespace VideoAnalysis.Results;

/// <summary>How many detections a video has when.</summary>
/// <param name="Result">The video, without detections.</param>
/// <param name="Interval">The length of every interval, in milliseconds.</param>
/// <param name="Intervals">Those in which there is a detection, in the order of time.</param>
public sealed record Timeline(VideoResult Result, long Interval, IReadOnlyList<TimelineInterval> Intervals);

/// <summary>An interval of a timeline.</summary>
/// <param name="From">Its first millisecond: a multiple of the interval's length.</param>
/// <param name="Detections">How many detections are seen in it; a span counts in every interval that it reaches into.</param>
/// <param name="MostAtOnce">The most that are seen at the same millisecond of it.</param>
public sealed record TimelineInterval(long From, long Detections, long MostAtOnce);
