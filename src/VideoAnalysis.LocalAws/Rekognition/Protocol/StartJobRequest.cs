using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>What every <c>Start</c> request has. An analysis adds its own members.</summary>
internal record StartJobRequest
{
    public S3Video? Video { get; init; }

    public string? ClientRequestToken { get; init; }

    public NotificationChannel? NotificationChannel { get; init; }

    public string? JobTag { get; init; }

    /// <summary>Where the video is. Valid requests have it, with a bucket and a name.</summary>
    [JsonIgnore]
    public S3ObjectName Source =>
        Video?.S3Object ?? throw new InvalidOperationException("The request is not validated.");

    /// <summary>Checks these members against the service model.</summary>
    public void Check(RequestConstraints constraints) => constraints
        .Required(Video, "video")
        .Object(Video?.S3Object, "video.s3Object")
        .Length(ClientRequestToken, "clientRequestToken", 1, 64)
        .Pattern(ClientRequestToken, "clientRequestToken", RekognitionPatterns.Identifier)
        .Length(JobTag, "jobTag", 1, 1024)
        .Pattern(JobTag, "jobTag", RekognitionPatterns.JobTag)
        .Channel(NotificationChannel);

    /// <summary>Checks that the video is named, which the service model leaves open.</summary>
    /// <exception cref="RekognitionException">The video is not named.</exception>
    public void RequireVideo()
    {
        if (Video is not { S3Object: { Bucket: not null, Name: not null } })
        {
            throw RekognitionException.InvalidParameter(
                "Request has invalid parameters: Video.S3Object needs a Bucket and a Name.");
        }
    }
}
