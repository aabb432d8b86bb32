namespace VideoAnalysis.Local.Cli.Reports;

/// <summary>A stretch of a video in which there was always something.</summary>
/// <param name="From">When it begins, in milliseconds.</param>
/// <param name="To">When it was last seen, in milliseconds.</param>
/// <param name="MostAtOnce">The most detections at one timestamp.</param>
internal sealed record Stretch(long From, long To, long MostAtOnce);
