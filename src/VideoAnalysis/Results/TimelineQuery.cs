using System.Globalization;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Results;

/// <summary>Which detections of a video are to be counted, in intervals of which length.</summary>
public sealed record TimelineQuery : ResultQuery
{
    /// <summary>The shortest interval, in milliseconds: that of the engine's samples.</summary>
    public const long LeastInterval = Sampling.Interval;

    /// <summary>The longest interval, in milliseconds: a day, and no video that Rekognition takes is as long.</summary>
    public const long MostInterval = 24 * 60 * 60 * 1000;

    /// <summary>The length of an interval by default, in milliseconds.</summary>
    public const long DefaultInterval = 1_000;

    /// <summary>The length of an interval, in milliseconds.</summary>
    public long Interval { get; init; } = DefaultInterval;

    /// <inheritdoc/>
    public override string? Own => Interval.ToString(CultureInfo.InvariantCulture);
}
