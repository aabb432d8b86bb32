namespace VideoAnalysis.Evaluate;

/// <summary>What came out for one analysis of one video.</summary>
/// <param name="Analysis">The analysis's name.</param>
/// <param name="Video">The video's name.</param>
/// <param name="Score">How right it was.</param>
/// <param name="Length">The video's length.</param>
/// <param name="Elapsed">How long the analysis took, from the first look at the file to the last answer.</param>
internal sealed record Measurement(string Analysis, string Video, IScore Score, TimeSpan Length, TimeSpan Elapsed);
