using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Faces;

/// <summary>The model's <c>FaceDetail</c>. What was not measured is absent.</summary>
internal sealed record FaceDetail
{
    public required BoundingBox BoundingBox { get; init; }

    public float? Confidence { get; init; }

    public IReadOnlyList<Landmark>? Landmarks { get; init; }

    public Pose? Pose { get; init; }

    public ImageQuality? Quality { get; init; }

    public AgeRange? AgeRange { get; init; }

    public FaceTrait<string>? Gender { get; init; }

    public FaceTrait<bool>? Smile { get; init; }

    public FaceTrait<bool>? Eyeglasses { get; init; }

    public FaceTrait<bool>? Sunglasses { get; init; }

    public FaceTrait<bool>? Beard { get; init; }

    public FaceTrait<bool>? Mustache { get; init; }

    public FaceTrait<bool>? EyesOpen { get; init; }

    public FaceTrait<bool>? MouthOpen { get; init; }

    public IReadOnlyList<Emotion>? Emotions { get; init; }
}
