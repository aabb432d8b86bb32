using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Persons;

/// <summary>
/// One person at one timestamp, known or not. <see cref="Detection.Confidence"/> is the similarity of the best match,
/// and absent where nobody matches.
/// </summary>
public sealed record PersonDetection : Detection
{
    /// <summary>Stands for the person within this job, and in no other.</summary>
    public required long Index { get; init; }

    /// <summary>
    /// The faces of the collection that the person's face is like, the most similar first; absent if there is none.
    /// </summary>
    public IReadOnlyList<PersonMatch>? Matches { get; init; }

    /// <summary>Where the body is; absent when the engine does not say.</summary>
    public BoundingBox? BoundingBox { get; init; }

    /// <summary>The face; absent where only a body is seen.</summary>
    public FaceDetails? Face { get; init; }
}

/// <summary>A face of the collection. A member is absent when the engine does not say it.</summary>
/// <param name="Similarity">How like the faces are, 0 to 100.</param>
/// <param name="FaceId">The face in the collection. It may have been deleted since.</param>
/// <param name="ExternalImageId">What it was called when it was indexed.</param>
/// <param name="UserId">The user that it belongs to.</param>
/// <param name="ImageId">The picture from which it was indexed.</param>
/// <param name="BoundingBox">Where it is in that picture, not in the video.</param>
/// <param name="Confidence">How sure the engine is that it is a face, 0 to 100.</param>
/// <param name="IndexFacesModelVersion">The version of the model that indexed it.</param>
/// <param name="Name">The name that its <c>ExternalImageId</c> stands for.</param>
public sealed record PersonMatch(
    float? Similarity,
    string? FaceId,
    string? ExternalImageId = null,
    string? UserId = null,
    string? ImageId = null,
    BoundingBox? BoundingBox = null,
    float? Confidence = null,
    string? IndexFacesModelVersion = null,
    string? Name = null);
