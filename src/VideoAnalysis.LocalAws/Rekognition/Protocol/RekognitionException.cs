using System.Globalization;

namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>An error that the service answers with.</summary>
/// <param name="type">The error's name in the service model, as in <c>InvalidParameterException</c>.</param>
/// <param name="message">What is wrong.</param>
/// <param name="statusCode">The HTTP status; the API reference gives one an error.</param>
internal sealed class RekognitionException(
    string type, string message, int statusCode = StatusCodes.Status400BadRequest)
    : Exception(message)
{
    /// <summary>The error's name, which clients turn into an exception type.</summary>
    public string Type { get; } = type;

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>The body is not what the protocol asks for.</summary>
    public static RekognitionException Serialization(string message) => new("SerializationException", message);

    /// <summary>There is no such operation.</summary>
    public static RekognitionException UnknownOperation(string name) =>
        new("UnknownOperationException", $"Rekognition has no operation \"{name}\".");

    /// <summary>The service has the operation, and this one has not. It never makes results up.</summary>
    /// <param name="name">The operation's name.</param>
    /// <param name="available">The operations that there are.</param>
    public static RekognitionException Unavailable(string name, IEnumerable<string> available) => InvalidParameter(
        $"{name} is not available here: the local engine has no model for it. Use Amazon Rekognition for it, or one " +
        $"of the operations that are here: {string.Join(", ", available.Order(StringComparer.Ordinal))}.");

    /// <summary>A parameter is well formed and still makes no sense.</summary>
    public static RekognitionException InvalidParameter(string message) => new("InvalidParameterException", message);

    /// <summary>The object is not there.</summary>
    public static RekognitionException InvalidS3Object(string video) => new(
        "InvalidS3ObjectException",
        $"Unable to get object metadata from S3. Check object key, region and/or access permissions: {video}.");

    /// <summary>A token came back with another request.</summary>
    public static RekognitionException IdempotentParameterMismatch() => new(
        "IdempotentParameterMismatchException",
        "This ClientRequestToken was used before with other parameters.");

    /// <summary>As many jobs run as may.</summary>
    public static RekognitionException LimitExceeded(int limit) => new(
        "LimitExceededException",
        string.Create(CultureInfo.InvariantCulture,
            $"{limit} jobs are in progress, which is the limit. Start this one again when one of them has ended."));

    /// <summary>Calls come faster than the quota allows.</summary>
    public static RekognitionException ProvisionedThroughputExceeded(string operation) => new(
        "ProvisionedThroughputExceededException", $"{operation} is called more often than the quota allows.");

    /// <summary>The object is larger than the service reads.</summary>
    public static RekognitionException VideoTooLarge(long maxBytes) => new(
        "VideoTooLargeException",
        string.Create(CultureInfo.InvariantCulture, $"The video is larger than {maxBytes} bytes."));

    /// <summary>A page token is forged, too old, or another job's.</summary>
    public static RekognitionException InvalidPaginationToken() => new(
        "InvalidPaginationTokenException",
        "The NextToken is not valid for this job, or no longer. Start at the first page.");

    /// <summary>A picture is larger than the service reads.</summary>
    public static RekognitionException ImageTooLarge(long maxBytes) => new(
        "ImageTooLargeException",
        string.Create(CultureInfo.InvariantCulture, $"Image size is empty or too large: more than {maxBytes} bytes."));

    /// <summary>There is no such collection.</summary>
    public static RekognitionException CollectionNotFound(string id) => new(
        "ResourceNotFoundException", $"The collection id: {id} does not exist");

    /// <summary>There is no such job, or no longer.</summary>
    public static RekognitionException JobNotFound() => new(
        "ResourceNotFoundException",
        "Could not find JobId: there is no such job of this operation, or it has expired.");
}
