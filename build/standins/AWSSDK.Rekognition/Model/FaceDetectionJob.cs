using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>Base of every request.</summary>
public class AmazonRekognitionRequest : AmazonWebServiceRequest;

/// <summary>Starts a job.</summary>
public class StartFaceDetectionRequest : AmazonRekognitionRequest
{
    /// <summary>The same token and inputs give the same job, for 7 days. 1 to 64 of [a-zA-Z0-9-_].</summary>
    public string ClientRequestToken { get; set; }

    public FaceAttributes FaceAttributes { get; set; }

    /// <summary>Comes back with the completion. 1 to 1024 of [a-zA-Z0-9_.\-:+=\/].</summary>
    public string JobTag { get; set; }

    public NotificationChannel NotificationChannel { get; set; }

    public Video Video { get; set; }
}

public class StartFaceDetectionResponse : AmazonWebServiceResponse
{
    public string JobId { get; set; }
}

/// <summary>Asks for a job's status and a page of its result.</summary>
public class GetFaceDetectionRequest : AmazonRekognitionRequest
{
    public string JobId { get; set; }

    /// <summary>1 to 1,000, which is the default.</summary>
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

public class GetFaceDetectionResponse : AmazonWebServiceResponse
{
    /// <summary>Null where the service sent none, unless AWSConfigs.InitializeCollections is set.</summary>
    public List<FaceDetection> Faces { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string JobId { get; set; }

    public VideoJobStatus JobStatus { get; set; }

    public string JobTag { get; set; }

    /// <summary>Null on the last page.</summary>
    public string NextToken { get; set; }

    /// <summary>Why a job failed.</summary>
    public string StatusMessage { get; set; }

    public Video Video { get; set; }

    public VideoMetadata VideoMetadata { get; set; }
}

/// <summary>Where Rekognition announces that a job ended, and as whom.</summary>
public class NotificationChannel
{
    public string RoleArn { get; set; }

    public string SNSTopicArn { get; set; }
}

public class Video
{
    public S3Object S3Object { get; set; }
}

public class S3Object
{
    public string Bucket { get; set; }

    /// <summary>The key, not encoded.</summary>
    public string Name { get; set; }

    public string Version { get; set; }
}

public class VideoMetadata
{
    public string Codec { get; set; }

    public VideoColorRange ColorRange { get; set; }

    public long? DurationMillis { get; set; }

    public string Format { get; set; }

    /// <summary>Pixels.</summary>
    public long? FrameHeight { get; set; }

    /// <summary>Frames a second.</summary>
    public float? FrameRate { get; set; }

    /// <summary>Pixels.</summary>
    public long? FrameWidth { get; set; }
}
