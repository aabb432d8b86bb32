using Amazon.Rekognition.Model;
using Amazon.Runtime.Internal;

namespace Amazon.Rekognition.Internal;

/// <summary>Maps the service's error codes to exceptions; what is unknown becomes the common base.</summary>
internal static class RekognitionErrors
{
    public static AmazonRekognitionException ToException(ErrorResponse e) => e.Code switch
    {
        "AccessDeniedException" =>
            new AccessDeniedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "IdempotentParameterMismatchException" => new IdempotentParameterMismatchException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ImageTooLargeException" =>
            new ImageTooLargeException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        // The only one whose code is not its type's name.
        "InternalServerError" =>
            new InternalServerErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidImageFormatException" =>
            new InvalidImageFormatException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidPaginationTokenException" =>
            new InvalidPaginationTokenException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidParameterException" =>
            new InvalidParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidS3ObjectException" =>
            new InvalidS3ObjectException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "LimitExceededException" =>
            new LimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ProvisionedThroughputExceededException" => new ProvisionedThroughputExceededException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceNotFoundException" =>
            new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ThrottlingException" =>
            new ThrottlingException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "VideoTooLargeException" =>
            new VideoTooLargeException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonRekognitionException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
