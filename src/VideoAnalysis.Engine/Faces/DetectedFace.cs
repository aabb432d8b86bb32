using VideoAnalysis.Analyses.Faces;

namespace VideoAnalysis.Engine.Faces;

/// <summary>A face, and what tells whose it is.</summary>
/// <param name="Detection">The face.</param>
/// <param name="Embedding">As <see cref="FaceEmbedding"/> has it.</param>
internal sealed record DetectedFace(FaceDetection Detection, ReadOnlyMemory<float> Embedding);
