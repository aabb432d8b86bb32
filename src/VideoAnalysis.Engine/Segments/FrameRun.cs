namespace VideoAnalysis.Engine.Segments;

/// <summary>Frames after one another that show the same kind of thing.</summary>
/// <param name="First">The number of the first.</param>
/// <param name="Last">The number of the last.</param>
/// <param name="Confidence">50 to 100.</param>
internal readonly record struct FrameRun(int First, int Last, float Confidence);
