using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>The model's <c>Face</c>: a face of a collection.</summary>
/// <param name="FaceId">A UUID of its own.</param>
/// <param name="BoundingBox">Where it is in the picture that was indexed.</param>
/// <param name="ImageId">A UUID that the faces of one picture share.</param>
/// <param name="ExternalImageId">The name that the caller gave the picture.</param>
/// <param name="Confidence">How sure it is that it is a face, 0 to 100.</param>
/// <param name="IndexFacesModelVersion">The version of the model that measured it.</param>
internal sealed record CollectionFace(
    string FaceId,
    BoundingBox BoundingBox,
    string ImageId,
    string? ExternalImageId,
    float? Confidence,
    string IndexFacesModelVersion);
