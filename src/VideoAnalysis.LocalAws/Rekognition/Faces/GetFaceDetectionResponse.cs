using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Faces;

/// <summary>The model's response of <c>GetFaceDetection</c>.</summary>
internal sealed record GetFaceDetectionResponse
{
    public required string JobStatus { get; init; }

    public string? StatusMessage { get; init; }

    public VideoMetadata? VideoMetadata { get; init; }

    public string? NextToken { get; init; }

    public required IReadOnlyList<FaceDetectionItem> Faces { get; init; }

    public required string JobId { get; init; }

    public required S3Video Video { get; init; }

    public string? JobTag { get; init; }
}
