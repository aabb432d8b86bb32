using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>The model's <c>NotificationChannel</c>: where the end of a job is told.</summary>
/// <param name="TopicArn">The topic.</param>
/// <param name="RoleArn">The role that may publish to it.</param>
internal sealed record NotificationChannel(
    [property: JsonPropertyName("SNSTopicArn")] string? TopicArn, string? RoleArn);
