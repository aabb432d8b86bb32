using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Sqs;

/// <summary>What <c>SendMessage</c> takes.</summary>
/// <param name="QueueUrl">The queue.</param>
/// <param name="MessageBody">The message.</param>
/// <param name="DelaySeconds">How long it stays hidden.</param>
internal sealed record SendMessageRequest(string? QueueUrl, string? MessageBody, int? DelaySeconds);

/// <summary>What <c>SendMessage</c> answers.</summary>
/// <param name="MessageId">The message's name.</param>
/// <param name="MD5OfMessageBody">What clients compare with what they sent.</param>
internal sealed record SendMessageResponse(string MessageId, string MD5OfMessageBody);

/// <summary>An error as AWS JSON 1.0 writes it.</summary>
/// <param name="Type">The error's name.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record SqsErrorBody(
    [property: JsonPropertyName("__type")] string Type, [property: JsonPropertyName("message")] string Message);

/// <summary>The JSON of the protocol.</summary>
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(SendMessageResponse))]
[JsonSerializable(typeof(SqsErrorBody))]
internal sealed partial class SqsJson : JsonSerializerContext;
