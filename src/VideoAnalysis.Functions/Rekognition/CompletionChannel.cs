using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Rekognition;

/// <summary>Where Rekognition reports that a job is finished: its <c>NotificationChannel</c>.</summary>
/// <param name="TopicArn">The SNS topic.</param>
/// <param name="RoleArn">The role that lets Rekognition publish there.</param>
internal sealed record CompletionChannel(string TopicArn, string RoleArn)
{
    /// <summary>Reads it from <c>NOTIFICATION_TOPIC_ARN</c> and <c>NOTIFICATION_ROLE_ARN</c>.</summary>
    /// <exception cref="SettingException">One of them is missing or wrong.</exception>
    public static CompletionChannel Read(SettingReader settings) => new(
        settings.RequiredArn("NOTIFICATION_TOPIC_ARN", "sns"), settings.RequiredArn("NOTIFICATION_ROLE_ARN", "iam"));
}
