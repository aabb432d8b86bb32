namespace VideoAnalysis.Engine.Pictures;

/// <summary>A place in a picture, in pixels; the middle of the first pixel is at 0.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
internal readonly record struct Point2(double X, double Y);
