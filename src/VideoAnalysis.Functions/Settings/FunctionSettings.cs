using System.Globalization;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Functions.Settings;

/// <summary>
/// The settings of the functions: environment variables, which template.yaml sets. Each is read when the first
/// thing that needs it is made, which is while a function starts: a function needs only those of its own work.
/// </summary>
/// <param name="read">Reads a variable; null when it is not set.</param>
internal sealed class FunctionSettings(Func<string, string?> read)
{
    /// <summary>Ten years.</summary>
    private const int MaxRetentionDays = 3650;

    private const string Queue = "the URL of an SQS queue";

    /// <summary><c>TABLE_NAME</c>: the DynamoDB table.</summary>
    public string TableName => Required("TABLE_NAME");

    /// <summary><c>VIDEO_BUCKET</c>: the bucket of the videos.</summary>
    public string VideoBucket => Required("VIDEO_BUCKET");

    /// <summary>
    /// <c>AWS_ENDPOINT_URL_S3</c> and <c>VIDEO_BUCKET</c>: where presigned addresses of videos lead.
    /// </summary>
    public Uri VideoAddress => new(RequiredUrl("AWS_ENDPOINT_URL_S3", "the URL of S3"), VideoBucket + "/");

    /// <summary><c>BACKLOG_QUEUE_URL</c>: the SQS queue of the starts that wait for room.</summary>
    public Uri BacklogQueue => RequiredUrl("BACKLOG_QUEUE_URL", Queue);

    /// <summary><c>CONTINUATION_QUEUE_URL</c>: the SQS queue of the collections that go on.</summary>
    public Uri ContinuationQueue => RequiredUrl("CONTINUATION_QUEUE_URL", Queue);

    /// <summary>
    /// <c>NOTIFICATION_TOPIC_ARN</c> and <c>NOTIFICATION_ROLE_ARN</c>: where Rekognition reports, and the role that
    /// lets it.
    /// </summary>
    public CompletionChannel CompletionChannel =>
        new(RequiredArn("NOTIFICATION_TOPIC_ARN", "sns"), RequiredArn("NOTIFICATION_ROLE_ARN", "iam"));

    /// <summary>
    /// <c>ANALYSES</c>: the analyses that every upload gets, as names with commas between them; <c>faces</c> when not
    /// set.
    /// </summary>
    public IReadOnlyList<string> Analyses =>
        (Optional("ANALYSES") ?? "faces").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary><c>FACE_ATTRIBUTES</c>: <c>DEFAULT</c> (when not set) or <c>ALL</c>.</summary>
    public FaceAttributes FaceAttributes => Optional("FACE_ATTRIBUTES") switch
    {
        null or "DEFAULT" => FaceAttributes.Default,
        "ALL" => FaceAttributes.All,
        var value => throw new SettingException("FACE_ATTRIBUTES", $"is \"{value}\"; it has to be DEFAULT or ALL"),
    };

    /// <summary><c>RETENTION_DAYS</c>: how many days results are kept; 0 (when not set) for ever.</summary>
    public JobOptions JobOptions => new() { Retention = RetentionDays is 0 ? null : TimeSpan.FromDays(RetentionDays) };

    private int RetentionDays => Optional("RETENTION_DAYS") switch
    {
        null => 0,
        var value when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) &&
            days <= MaxRetentionDays => days,
        var value => throw new SettingException(
            "RETENTION_DAYS",
            $"is \"{value}\"; it has to be a number of days from 0 (keep for ever) to {MaxRetentionDays}"),
    };

    private string? Optional(string variable) => read(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private string Required(string variable) =>
        Optional(variable) ?? throw new SettingException(variable, "is not set");

    private Uri RequiredUrl(string variable, string what) => Required(variable) switch
    {
        var value when Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" => url,
        var value => throw new SettingException(variable, $"is \"{value}\"; it has to be {what}"),
    };

    private string RequiredArn(string variable, string service) => Required(variable) switch
    {
        var value when value.Split(':') is ["arn", _, var named, _, _, ..] && named == service => value,
        var value => throw new SettingException(variable, $"is \"{value}\"; it has to be an ARN of {service}"),
    };
}
