using System.Text.Json.Serialization;
using Amazon.Rekognition.Internal;
using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

public class DescribeCollectionRequest : AmazonRekognitionRequest
{
    /// <summary>1 to 255 of [a-zA-Z0-9_.\-].</summary>
    public string CollectionId { get; set; }
}

public class DescribeCollectionResponse : AmazonWebServiceResponse
{
    [JsonConverter(typeof(EpochSecondsConverter))]
    public DateTime? CreationTimestamp { get; set; }

    public long? FaceCount { get; set; }
}

public class IndexFacesRequest : AmazonRekognitionRequest
{
    /// <summary>1 to 255 of [a-zA-Z0-9_.\-].</summary>
    public string CollectionId { get; set; }

    /// <summary>1 to 255 of [a-zA-Z0-9_.\-:].</summary>
    public string ExternalImageId { get; set; }

    public Image Image { get; set; }

    /// <summary>1 or more; 100 if absent.</summary>
    public int? MaxFaces { get; set; }

    public QualityFilter QualityFilter { get; set; }
}

public class IndexFacesResponse : AmazonWebServiceResponse
{
    public string FaceModelVersion { get; set; }

    /// <summary>The largest face first.</summary>
    public List<FaceRecord> FaceRecords { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<UnindexedFace> UnindexedFaces { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>A face that was indexed.</summary>
public class FaceRecord
{
    public Face Face { get; set; }

    public FaceDetail FaceDetail { get; set; }
}

/// <summary>A face that was not indexed.</summary>
public class UnindexedFace
{
    public FaceDetail FaceDetail { get; set; }

    /// <summary>Why: EXCEEDS_MAX_FACES, LOW_SHARPNESS and others.</summary>
    public List<string> Reasons { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>A JPEG or PNG picture.</summary>
public class Image
{
    /// <summary>At most 5 MB.</summary>
    [JsonConverter(typeof(BlobConverter))]
    public MemoryStream Bytes { get; set; }

    public S3Object S3Object { get; set; }
}

public class ListFacesRequest : AmazonRekognitionRequest
{
    /// <summary>1 to 255 of [a-zA-Z0-9_.\-].</summary>
    public string CollectionId { get; set; }

    /// <summary>0 to 4096.</summary>
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

public class ListFacesResponse : AmazonWebServiceResponse
{
    public string FaceModelVersion { get; set; }

    public List<Face> Faces { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}

public class DeleteFacesRequest : AmazonRekognitionRequest
{
    /// <summary>1 to 255 of [a-zA-Z0-9_.\-].</summary>
    public string CollectionId { get; set; }

    /// <summary>1 to 4096.</summary>
    public List<string> FaceIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class DeleteFacesResponse : AmazonWebServiceResponse
{
    public List<string> DeletedFaces { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<UnsuccessfulFaceDeletion> UnsuccessfulFaceDeletions { get; set; } =
        AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>A face that was not deleted.</summary>
public class UnsuccessfulFaceDeletion
{
    public string FaceId { get; set; }

    /// <summary>Why: ASSOCIATED_TO_AN_EXISTING_USER, FACE_NOT_FOUND.</summary>
    public List<string> Reasons { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string UserId { get; set; }
}
