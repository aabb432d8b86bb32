using System.Globalization;
using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Sqs;

/// <summary>The event with which an SQS queue invokes a Lambda function.</summary>
/// <param name="Records">The messages; here one an event.</param>
internal sealed record SqsEvent([property: JsonPropertyName("Records")] IReadOnlyList<SqsRecord> Records)
{
    /// <summary>A message of a queue.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="body">The message's body.</param>
    /// <param name="now">When it is sent.</param>
    public static SqsEvent Of(string queue, string body, DateTimeOffset now)
    {
        var id = Guid.NewGuid().ToString();
        var sent = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new([new(id, id, body, new(sent), [], "aws:sqs", LocalNames.Arn("sqs", queue), LocalNames.Region)]);
    }
}

/// <summary>One message as Lambda gets it.</summary>
internal sealed record SqsRecord(
    string MessageId,
    string ReceiptHandle,
    string Body,
    SqsAttributes Attributes,
    Dictionary<string, string> MessageAttributes,
    string EventSource,
    [property: JsonPropertyName("eventSourceARN")] string EventSourceArn,
    string AwsRegion);

/// <summary>What SQS tells of a message.</summary>
/// <param name="SentTimestamp">When it was sent, in Unix milliseconds.</param>
internal sealed record SqsAttributes([property: JsonPropertyName("SentTimestamp")] string SentTimestamp);

/// <summary>The JSON of the events that this folder makes.</summary>
[JsonSerializable(typeof(SqsEvent))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class SqsEventJson : JsonSerializerContext;
