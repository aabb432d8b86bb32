using VideoAnalysis.Analyses.Faces;

namespace VideoAnalysis.Local.Tests.Detection;

/// <summary>What one sampled picture of a video shows.</summary>
/// <param name="Timestamp">The picture's, in milliseconds from the start of the video.</param>
/// <param name="Faces">The faces in it, the surest first; none where nobody is seen.</param>
internal sealed record SampledFaces(long Timestamp, IReadOnlyList<FaceDetection> Faces);
