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
