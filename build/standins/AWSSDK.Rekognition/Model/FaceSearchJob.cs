using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

public class StartFaceSearchRequest : AmazonRekognitionRequest
{
    public string ClientRequestToken { get; set; }

    /// <summary>1 to 255 of [a-zA-Z0-9_.\-].</summary>
    public string CollectionId { get; set; }

    /// <summary>The least similarity, 0 to 100; 80 if absent.</summary>
    public float? FaceMatchThreshold { get; set; }

    public string JobTag { get; set; }

    public NotificationChannel NotificationChannel { get; set; }

    public Video Video { get; set; }
}

public class StartFaceSearchResponse : AmazonWebServiceResponse
{
    public string JobId { get; set; }
}

public class GetFaceSearchRequest : AmazonRekognitionRequest
{
    public string JobId { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

public class GetFaceSearchResponse : AmazonWebServiceResponse
{
    public string JobId { get; set; }

    public VideoJobStatus JobStatus { get; set; }

    public string JobTag { get; set; }

    public string NextToken { get; set; }

    public List<PersonMatch> Persons { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string StatusMessage { get; set; }

    public Video Video { get; set; }

    public VideoMetadata VideoMetadata { get; set; }
}

/// <summary>A person at a timestamp, known or not.</summary>
public class PersonMatch
{
    public List<FaceMatch> FaceMatches { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public PersonDetail Person { get; set; }

    public long? Timestamp { get; set; }
}

/// <summary>A person of this job.</summary>
public class PersonDetail
{
    public BoundingBox BoundingBox { get; set; }

    public FaceDetail Face { get; set; }

    /// <summary>Stands for the person within the job.</summary>
    public long? Index { get; set; }
}

/// <summary>A face of the collection that the person's face is like.</summary>
public class FaceMatch
{
    public Face Face { get; set; }

    public float? Similarity { get; set; }
}

/// <summary>A face of a collection.</summary>
public class Face
{
    /// <summary>In the picture that was indexed, not in the video.</summary>
    public BoundingBox BoundingBox { get; set; }

    public float? Confidence { get; set; }

    public string ExternalImageId { get; set; }

    public string FaceId { get; set; }

    public string ImageId { get; set; }

    public string IndexFacesModelVersion { get; set; }

    public string UserId { get; set; }
}
