using System.Net;
using Amazon.Runtime;

namespace Amazon.Rekognition;

/// <summary>What Rekognition answers instead of a result; ErrorCode is the service's own name for it.</summary>
public class AmazonRekognitionException : AmazonServiceException
{
    public AmazonRekognitionException(string message)
        : base(message)
    {
    }

    public AmazonRekognitionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonRekognitionException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
