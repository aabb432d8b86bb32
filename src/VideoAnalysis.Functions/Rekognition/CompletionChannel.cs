namespace VideoAnalysis.Functions.Rekognition;

/// <summary>Where Rekognition reports that a job is finished: its <c>NotificationChannel</c>.</summary>
/// <param name="TopicArn">The SNS topic.</param>
/// <param name="RoleArn">The role that lets Rekognition publish there.</param>
internal sealed record CompletionChannel(string TopicArn, string RoleArn);
