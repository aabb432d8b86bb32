using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

public class StartContentModerationRequest : AmazonRekognitionRequest
{
    public string ClientRequestToken { get; set; }

    public string JobTag { get; set; }

    /// <summary>0 to 100; 50 if absent.</summary>
    public float? MinConfidence { get; set; }

    public NotificationChannel NotificationChannel { get; set; }

    public Video Video { get; set; }
}

public class StartContentModerationResponse : AmazonWebServiceResponse
{
    public string JobId { get; set; }
}

public class GetContentModerationRequest : AmazonRekognitionRequest
{
    public string JobId { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

public class GetContentModerationResponse : AmazonWebServiceResponse
{
    public string JobId { get; set; }

    public VideoJobStatus JobStatus { get; set; }

    public string JobTag { get; set; }

    public List<ContentModerationDetection> ModerationLabels { get; set; } =
        AWSConfigs.InitializeCollections ? [] : null;

    public string ModerationModelVersion { get; set; }

    public string NextToken { get; set; }

    public string StatusMessage { get; set; }

    public Video Video { get; set; }

    public VideoMetadata VideoMetadata { get; set; }
}

/// <summary>A moderation label at a timestamp.</summary>
public class ContentModerationDetection
{
    public List<ContentType> ContentTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public ModerationLabel ModerationLabel { get; set; }

    public long? Timestamp { get; set; }
}

/// <summary>A label of the taxonomy; its ancestors come as detections of their own.</summary>
public class ModerationLabel
{
    public float? Confidence { get; set; }

    public string Name { get; set; }

    /// <summary>Empty at the top level.</summary>
    public string ParentName { get; set; }

    public int? TaxonomyLevel { get; set; }
}

/// <summary>Whether the picture is drawn, say.</summary>
public class ContentType
{
    public float? Confidence { get; set; }

    public string Name { get; set; }
}
