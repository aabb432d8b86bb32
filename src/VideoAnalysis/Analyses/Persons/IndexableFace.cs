using VideoAnalysis.Analyses.Faces;

namespace VideoAnalysis.Analyses.Persons;

/// <summary>A face of a still picture.</summary>
/// <param name="Face">The face; its timestamp means nothing.</param>
/// <param name="Embedding">What tells the face from others; <see cref="IFaceIndexer.Similarity"/> compares it.</param>
public sealed record IndexableFace(FaceDetection Face, ReadOnlyMemory<float> Embedding);
