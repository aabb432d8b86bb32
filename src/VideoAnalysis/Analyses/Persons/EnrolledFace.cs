using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Persons;

/// <summary>A face that has been made known.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="FaceId">The face in the collection.</param>
/// <param name="Confidence">
/// How sure the engine is that it is a face, 0 to 100; null when the engine does not say.
/// </param>
/// <param name="BoundingBox">Where it is in the picture; null when the engine does not say.</param>
public sealed record EnrolledFace(string Name, string FaceId, float? Confidence, BoundingBox? BoundingBox);
