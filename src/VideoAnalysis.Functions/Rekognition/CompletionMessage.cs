using System.Text.Json.Serialization;
using VideoAnalysis.Collecting;

namespace VideoAnalysis.Functions.Rekognition;

/// <summary>
/// What Rekognition publishes to SNS when a job is finished. Its status is not read: Get tells the same, and the
/// reason of a failure too.
/// </summary>
public sealed record CompletionMessage
{
    /// <summary>The job.</summary>
    [JsonPropertyName("JobId")]
    public string? JobId { get; init; }

    /// <summary>The tag that was sent along with the job.</summary>
    [JsonPropertyName("JobTag")]
    public string? JobTag { get; init; }

    /// <summary>The video.</summary>
    [JsonPropertyName("Video")]
    public CompletedVideo? Video { get; init; }

    /// <summary>
    /// Whether the message is of a job that this system did not start: its own jobs all have a tag of the form
    /// analysis:token.
    /// </summary>
    [JsonIgnore]
    public bool IsForeign => !string.IsNullOrEmpty(JobId) && Jobs.JobTag.TryParse(JobTag) is null;

    /// <summary>Writes a completion.</summary>
    public static CompletionMessage Of(Completion completion)
    {
        ArgumentNullException.ThrowIfNull(completion);
        return new()
        {
            JobId = completion.JobId,
            JobTag = completion.Tag.ToString(),
            Video = new() { Bucket = completion.Video.Bucket, Name = completion.Video.Key },
        };
    }

    /// <summary>Reads a completion.</summary>
    /// <exception cref="FormatException">Something is missing, or the tag is not one of this system's.</exception>
    public Completion ToCompletion() => this switch
    {
        { JobId: null or "" } => throw new FormatException("The completion message has no JobId."),
        { Video: not { Bucket.Length: > 0, Name.Length: > 0 } } => throw new FormatException(
            $"The completion message of job {JobId} names no video."),
        _ when Jobs.JobTag.TryParse(JobTag) is { } tag => new(new(Video.Bucket, Video.Name), tag, JobId),
        _ => throw new FormatException(
            $"Job {JobId} was not started by this system: its JobTag is not of the form analysis:token."),
    };

    /// <summary>The video as Rekognition names it in the message.</summary>
    public sealed record CompletedVideo
    {
        /// <summary>The bucket.</summary>
        [JsonPropertyName("S3Bucket")]
        public string? Bucket { get; init; }

        /// <summary>The object key, not URL-encoded.</summary>
        [JsonPropertyName("S3ObjectName")]
        public string? Name { get; init; }
    }
}
