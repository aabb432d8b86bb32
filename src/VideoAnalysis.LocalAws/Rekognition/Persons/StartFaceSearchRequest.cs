using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Persons;

/// <summary>The model's request of <c>StartFaceSearch</c>.</summary>
internal sealed record StartFaceSearchRequest : StartJobRequest
{
    /// <summary>The collection that holds the faces to look for.</summary>
    public string? CollectionId { get; init; }

    /// <summary>The least similarity of a match, 0 to 100.</summary>
    public float? FaceMatchThreshold { get; init; }
}
