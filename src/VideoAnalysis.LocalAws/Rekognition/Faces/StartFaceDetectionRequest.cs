using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Faces;

/// <summary>The model's request of <c>StartFaceDetection</c>.</summary>
internal sealed record StartFaceDetectionRequest : StartJobRequest
{
    /// <summary>
    /// <c>ALL</c> has every attribute measured that can be; <c>DEFAULT</c> box, confidence, five landmarks, pose and
    /// quality.
    /// </summary>
    public string? FaceAttributes { get; init; }
}
