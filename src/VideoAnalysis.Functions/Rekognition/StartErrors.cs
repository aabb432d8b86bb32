using Amazon.Rekognition;
using Amazon.Rekognition.Model;

namespace VideoAnalysis.Functions.Rekognition;

/// <summary>What the errors of the Start calls mean (Rekognition API reference, "Errors" of each operation).</summary>
internal static class StartErrors
{
    /// <summary>Whether to wait: until a job has ended, or a second has passed.</summary>
    /// <remarks>
    /// A mismatch means that Rekognition has a job of this token already, started with what was known of the upload (or
    /// configured) then. Its completion settles the job; an entry that waits meanwhile finds it settled.
    /// </remarks>
    public static bool IsBusy(AmazonRekognitionException exception) => exception is
        LimitExceededException or ThrottlingException or ProvisionedThroughputExceededException
        or IdempotentParameterMismatchException;

    /// <summary>
    /// Why the call can never succeed, and what to do about it; null when it may yet (as with an internal error).
    /// </summary>
    public static string? ReasonOf(AmazonRekognitionException exception) => exception switch
    {
        InvalidS3ObjectException => Explain(
            exception,
            "Check that the object is there, is a video, and lies in the same region as the stack."),
        VideoTooLargeException => Explain(
            exception, "Rekognition Video takes up to 10 GB and 6 hours: cut the video, and upload the parts."),
        AccessDeniedException => Explain(
            exception,
            "The stack's roles must be allowed to read the object (and to decrypt it, if the bucket has a key of " +
            "its own) and to start Rekognition. Then analyse the video again."),
        InvalidParameterException => Explain(
            exception, "Rekognition does not accept this video's key or settings. Rename it, and upload it again."),
        _ => null,
    };

    /// <summary>An error's own words, and what to do about it.</summary>
    public static string Explain(AmazonRekognitionException exception, string advice) =>
        $"{exception.ErrorCode}: {exception.Message.Trim().TrimEnd('.')}. {advice}";
}
