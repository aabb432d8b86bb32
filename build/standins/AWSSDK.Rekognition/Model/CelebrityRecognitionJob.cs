using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

public class StartCelebrityRecognitionRequest : AmazonRekognitionRequest
{
    public string ClientRequestToken { get; set; }

    public string JobTag { get; set; }

    public NotificationChannel NotificationChannel { get; set; }

    public Video Video { get; set; }
}

public class StartCelebrityRecognitionResponse : AmazonWebServiceResponse
{
    public string JobId { get; set; }
}

public class GetCelebrityRecognitionRequest : AmazonRekognitionRequest
{
    public string JobId { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

public class GetCelebrityRecognitionResponse : AmazonWebServiceResponse
{
    public List<CelebrityRecognition> Celebrities { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string JobId { get; set; }

    public VideoJobStatus JobStatus { get; set; }

    public string JobTag { get; set; }

    public string NextToken { get; set; }

    public string StatusMessage { get; set; }

    public Video Video { get; set; }

    public VideoMetadata VideoMetadata { get; set; }
}

/// <summary>A celebrity at a timestamp.</summary>
public class CelebrityRecognition
{
    public CelebrityDetail Celebrity { get; set; }

    public long? Timestamp { get; set; }
}

/// <summary>Who it is, and where.</summary>
public class CelebrityDetail
{
    public BoundingBox BoundingBox { get; set; }

    public float? Confidence { get; set; }

    public FaceDetail Face { get; set; }

    public string Id { get; set; }

    public KnownGender KnownGender { get; set; }

    public string Name { get; set; }

    public List<string> Urls { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>A stated fact about the celebrity, and no prediction.</summary>
public class KnownGender
{
    public KnownGenderType Type { get; set; }
}
