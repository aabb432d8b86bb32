using VideoAnalysis.Videos;

namespace VideoAnalysis.Appearances;

/// <summary>The detection that shows an appearance best.</summary>
/// <param name="Timestamp">Milliseconds from the start of the video.</param>
/// <param name="BoundingBox">Where it is in the frame; absent where the engine does not say.</param>
/// <param name="Confidence">0 to 100; absent where the engine does not say.</param>
public sealed record BestDetection(long Timestamp, BoundingBox? BoundingBox = null, float? Confidence = null);
