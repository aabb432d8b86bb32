using System.Net;
using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>Not authorized to perform the action.</summary>
public class AccessDeniedException : AmazonRekognitionException
{
    public AccessDeniedException(string message)
        : base(message)
    {
    }

    public AccessDeniedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The token was used before, with other inputs.</summary>
public class IdempotentParameterMismatchException : AmazonRekognitionException
{
    public IdempotentParameterMismatchException(string message)
        : base(message)
    {
    }

    public IdempotentParameterMismatchException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The service has a problem; it may pass.</summary>
public class InternalServerErrorException : AmazonRekognitionException
{
    public InternalServerErrorException(string message)
        : base(message)
    {
    }

    public InternalServerErrorException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The page token is not valid, or no longer.</summary>
public class InvalidPaginationTokenException : AmazonRekognitionException
{
    public InvalidPaginationTokenException(string message)
        : base(message)
    {
    }

    public InvalidPaginationTokenException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>A parameter breaks its constraint.</summary>
public class InvalidParameterException : AmazonRekognitionException
{
    public InvalidParameterException(string message)
        : base(message)
    {
    }

    public InvalidParameterException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The object does not exist, or cannot be read.</summary>
public class InvalidS3ObjectException : AmazonRekognitionException
{
    public InvalidS3ObjectException(string message)
        : base(message)
    {
    }

    public InvalidS3ObjectException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Too many jobs run at once.</summary>
public class LimitExceededException : AmazonRekognitionException
{
    public LimitExceededException(string message)
        : base(message)
    {
    }

    public LimitExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Too many calls a second.</summary>
public class ProvisionedThroughputExceededException : AmazonRekognitionException
{
    public ProvisionedThroughputExceededException(string message)
        : base(message)
    {
    }

    public ProvisionedThroughputExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>There is no such job.</summary>
public class ResourceNotFoundException : AmazonRekognitionException
{
    public ResourceNotFoundException(string message)
        : base(message)
    {
    }

    public ResourceNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The service cannot keep up; try again.</summary>
public class ThrottlingException : AmazonRekognitionException
{
    public ThrottlingException(string message)
        : base(message)
    {
    }

    public ThrottlingException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The video is larger or longer than Rekognition takes.</summary>
public class VideoTooLargeException : AmazonRekognitionException
{
    public VideoTooLargeException(string message)
        : base(message)
    {
    }

    public VideoTooLargeException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The picture is larger than the service takes.</summary>
public class ImageTooLargeException : AmazonRekognitionException
{
    public ImageTooLargeException(string message)
        : base(message)
    {
    }

    public ImageTooLargeException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The picture is neither JPEG nor PNG, or damaged.</summary>
public class InvalidImageFormatException : AmazonRekognitionException
{
    public InvalidImageFormatException(string message)
        : base(message)
    {
    }

    public InvalidImageFormatException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
