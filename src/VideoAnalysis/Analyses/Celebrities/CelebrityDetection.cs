using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Celebrities;

/// <summary>
/// One celebrity at one timestamp. <see cref="Detection.Confidence"/> is of who it is; whether it is a face,
/// <see cref="Face"/> says.
/// </summary>
public sealed record CelebrityDetection : Detection
{
    /// <summary>Rekognition's identifier of the celebrity: names are not unique.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Addresses that tell more, as Rekognition gives them: usually without <c>https://</c>.</summary>
    public IReadOnlyList<string>? Urls { get; init; }

    /// <summary>
    /// The gender that is known of the celebrity, as in <c>Female</c> or <c>Nonbinary</c>: no prediction.
    /// </summary>
    public string? KnownGender { get; init; }

    /// <summary>Where the body is; usually absent.</summary>
    public BoundingBox? BoundingBox { get; init; }

    /// <summary>The face; absent when the engine does not say.</summary>
    public FaceDetails? Face { get; init; }
}
