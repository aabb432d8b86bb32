namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>What the service publishes when a job has ended, in the shape of captured messages.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Status"><c>SUCCEEDED</c> or <c>FAILED</c>. The reason of a failure is Get's to tell.</param>
/// <param name="Api">The operation that started it.</param>
/// <param name="JobTag">The tag that the job was started with.</param>
/// <param name="Timestamp">When it ended, in Unix milliseconds.</param>
/// <param name="Video">The video; its key is not URL-encoded.</param>
internal sealed record CompletionNotification(
    string JobId,
    string Status,
    [property: System.Text.Json.Serialization.JsonPropertyName("API")] string Api,
    string? JobTag,
    long Timestamp,
    CompletedVideo Video);

/// <summary>The video of a completion message, whose members are not spelt as those of the model.</summary>
/// <param name="S3ObjectName">The object key.</param>
/// <param name="S3Bucket">The bucket.</param>
internal sealed record CompletedVideo(string S3ObjectName, string S3Bucket);
