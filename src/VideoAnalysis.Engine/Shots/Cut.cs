namespace VideoAnalysis.Engine.Shots;

/// <summary>Where a shot begins, other than the first.</summary>
/// <param name="Timestamp">When its first frame is shown, in milliseconds.</param>
/// <param name="Frame">That frame's number, from 0.</param>
/// <param name="Confidence">50 where it is just taken for a cut, up to 100.</param>
internal readonly record struct Cut(long Timestamp, long Frame, float Confidence);
