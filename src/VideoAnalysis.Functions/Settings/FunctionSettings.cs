using VideoAnalysis.Jobs;

namespace VideoAnalysis.Functions.Settings;

/// <summary>
/// The settings of the functions: environment variables, which template.yaml sets. Each is read when the first
/// thing that needs it is made, which is while a function starts: a function needs only those of its own work. The
/// settings of an analysis are read beside its calls to Rekognition.
/// </summary>
/// <param name="read">Reads the variables.</param>
internal sealed class FunctionSettings(SettingReader read)
{
    /// <summary>Ten years.</summary>
    private const int MaxRetentionDays = 3650;

    private const string Queue = "the URL of an SQS queue";

    /// <summary><c>TABLE_NAME</c>: the DynamoDB table.</summary>
    public string TableName => read.Required("TABLE_NAME");

    /// <summary><c>VIDEO_BUCKET</c>: the bucket of the videos.</summary>
    public string VideoBucket => read.Required("VIDEO_BUCKET");

    /// <summary>
    /// <c>AWS_ENDPOINT_URL_S3</c> and <c>VIDEO_BUCKET</c>: where presigned addresses of videos lead.
    /// </summary>
    public Uri VideoAddress => new(read.RequiredUrl("AWS_ENDPOINT_URL_S3", "the URL of S3"), VideoBucket + "/");

    /// <summary><c>COLLECTION_ID</c>: the collection of the faces of known persons; null when not set.</summary>
    public string? CollectionId => read.Optional("COLLECTION_ID");

    /// <summary><c>BACKLOG_QUEUE_URL</c>: the SQS queue of the starts that wait for room.</summary>
    public Uri BacklogQueue => read.RequiredUrl("BACKLOG_QUEUE_URL", Queue);

    /// <summary><c>CONTINUATION_QUEUE_URL</c>: the SQS queue of the collections that go on.</summary>
    public Uri ContinuationQueue => read.RequiredUrl("CONTINUATION_QUEUE_URL", Queue);

    /// <summary><c>ANNOUNCEMENT_QUEUE_URL</c>: the SQS queue of the ends that are announced.</summary>
    public Uri AnnouncementQueue => read.RequiredUrl("ANNOUNCEMENT_QUEUE_URL", Queue);

    /// <summary><c>API_URL</c>: where the HTTP API is, for the addresses in announcements.</summary>
    public Uri ApiAddress => read.RequiredUrl("API_URL", "the URL of the HTTP API");

    /// <summary><c>RETENTION_DAYS</c>: how many days results are kept; 0 (when not set) for ever.</summary>
    public JobOptions JobOptions => new()
    {
        Retention = read.Number(
            "RETENTION_DAYS", 0, MaxRetentionDays, "days") is { } days and > 0 ? TimeSpan.FromDays(days) : null,
    };
}
