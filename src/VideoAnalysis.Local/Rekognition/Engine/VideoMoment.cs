using VideoAnalysis.Faces;

namespace VideoAnalysis.Local.Rekognition.Engine;

/// <summary>A moment of a video that was looked at.</summary>
/// <param name="Timestamp">Milliseconds from the start of the video.</param>
/// <param name="Faces">The faces that were seen, each with this timestamp.</param>
internal sealed record VideoMoment(long Timestamp, IReadOnlyList<FaceDetection> Faces);
