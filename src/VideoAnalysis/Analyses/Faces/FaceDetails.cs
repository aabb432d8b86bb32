using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Faces;

/// <summary>A face that another analysis found on the way: Rekognition's default attributes.</summary>
public sealed record FaceDetails
{
    /// <summary>Where the face is, from forehead to chin; absent when the engine does not say.</summary>
    public BoundingBox? BoundingBox { get; init; }

    /// <summary>How sure the engine is that it is a face, 0 to 100.</summary>
    public float? Confidence { get; init; }

    /// <summary>Points of the face.</summary>
    public IReadOnlyList<Landmark>? Landmarks { get; init; }

    /// <summary>How the head is turned.</summary>
    public Pose? Pose { get; init; }

    /// <summary>How bright and how sharp the face is in the picture.</summary>
    public ImageQuality? Quality { get; init; }
}
