namespace VideoAnalysis.Engine.Shots;

/// <summary>Where a shot begins, other than the first.</summary>
/// <param name="Timestamp">When its first frame is shown, in milliseconds.</param>
/// <param name="Frame">That frame's number, from 0.</param>
internal readonly record struct Cut(long Timestamp, long Frame);
