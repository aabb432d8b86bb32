using VideoAnalysis.Analyses.Faces;

namespace VideoAnalysis.Engine;

/// <summary>What one sampled frame of a video shows.</summary>
/// <param name="Timestamp">The frame's own presentation time, in milliseconds from the start of the video.</param>
/// <param name="Faces">The faces in it, the surest first; none where nobody is seen.</param>
internal sealed record SampledFaces(long Timestamp, IReadOnlyList<FaceDetection> Faces);
