namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>A stretch of a video in which there was always somebody.</summary>
/// <param name="From">The first timestamp, in milliseconds.</param>
/// <param name="To">The last timestamp, in milliseconds.</param>
/// <param name="MostAtOnce">The most faces at one timestamp.</param>
/// <param name="LowestConfidence">0 to 100.</param>
/// <param name="HighestConfidence">0 to 100.</param>
internal sealed record Appearance(
    long From, long To, int MostAtOnce, float LowestConfidence, float HighestConfidence);
