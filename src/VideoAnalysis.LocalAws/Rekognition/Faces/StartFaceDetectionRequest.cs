namespace VideoAnalysis.LocalAws.Rekognition.Faces;

/// <summary>The model's request of <c>StartFaceDetection</c>.</summary>
internal sealed record StartFaceDetectionRequest
{
    /// <summary>Has every attribute measured that can be.</summary>
    public const string AllAttributes = "ALL";

    /// <summary>Box, confidence, five landmarks, pose and quality.</summary>
    public const string DefaultAttributes = "DEFAULT";

    public S3Video? Video { get; init; }

    public string? ClientRequestToken { get; init; }

    public NotificationChannel? NotificationChannel { get; init; }

    public string? FaceAttributes { get; init; }

    public string? JobTag { get; init; }

    /// <summary>Checks every member against the service model.</summary>
    /// <exception cref="RekognitionException">A constraint is violated, or the video is not named.</exception>
    public void Validate()
    {
        new RequestConstraints()
            .Required(Video, "video")
            .Length(Video?.S3Object?.Bucket, "video.s3Object.bucket", 3, 255)
            .Pattern(Video?.S3Object?.Bucket, "video.s3Object.bucket", RekognitionPatterns.Bucket)
            .Length(Video?.S3Object?.Name, "video.s3Object.name", 1, 1024)
            .Length(Video?.S3Object?.Version, "video.s3Object.version", 1, 1024)
            .Length(ClientRequestToken, "clientRequestToken", 1, 64)
            .Pattern(ClientRequestToken, "clientRequestToken", RekognitionPatterns.Identifier)
            .Length(JobTag, "jobTag", 1, 1024)
            .Pattern(JobTag, "jobTag", RekognitionPatterns.JobTag)
            .OneOf(FaceAttributes, "faceAttributes", DefaultAttributes, AllAttributes)
            .Channel(NotificationChannel)
            .ThrowIfViolated();
        if (Video is not { S3Object: { Bucket: not null, Name: not null } })
        {
            throw RekognitionException.InvalidParameter(
                "Request has invalid parameters: Video.S3Object needs a Bucket and a Name.");
        }
    }
}
