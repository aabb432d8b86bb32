using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Functions.Tests.Handlers;

/// <summary>Events as AWS writes them, of which a test says only what matters to it.</summary>
internal static class EventJsons
{
    public static string S3(params IEnumerable<JsonNode?> records) => Event(records).ToJsonString();

    /// <summary>An upload; the key is encoded as S3 does, a space as a plus.</summary>
    public static JsonObject S3Record(string key, int sequencer = 1, string eventName = "ObjectCreated:Put") => new()
    {
        ["eventVersion"] = "2.1",
        ["eventSource"] = "aws:s3",
        ["awsRegion"] = "us-east-1",
        ["eventTime"] = "2026-03-01T11:59:00.000Z",
        ["eventName"] = eventName,
        ["s3"] = new JsonObject
        {
            ["s3SchemaVersion"] = "1.0",
            ["bucket"] = new JsonObject { ["name"] = "videos", ["arn"] = "arn:aws:s3:::videos" },
            ["object"] = new JsonObject
            {
                ["key"] = WebUtility.UrlEncode(key),
                ["size"] = 1_000,
                ["eTag"] = $"{sequencer:x32}",
                ["sequencer"] = $"{sequencer:X16}",
            },
        },
    };

    public static string Sns(params IEnumerable<JsonNode?> records) => Event(records).ToJsonString();

    public static JsonObject SnsRecord(string message) => new()
    {
        ["EventSource"] = "aws:sns",
        ["EventVersion"] = "1.0",
        ["Sns"] = new JsonObject
        {
            ["Type"] = "Notification",
            ["MessageId"] = "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
            ["TopicArn"] = "arn:aws:sns:us-east-1:123456789012:completions",
            ["Message"] = message,
            ["Timestamp"] = "2026-03-01T12:00:00.000Z",
            ["MessageAttributes"] = new JsonObject(),
        },
    };

    /// <summary>An upload on EventBridge, which does not encode keys.</summary>
    public static JsonObject Bridge(string key) => new()
    {
        ["version"] = "0",
        ["id"] = "17793124-05d4-b198-2fde-7ededc63b103",
        ["detail-type"] = "Object Created",
        ["source"] = "aws.s3",
        ["time"] = "2026-03-01T11:59:00Z",
        ["detail"] = new JsonObject
        {
            ["bucket"] = new JsonObject { ["name"] = "videos" },
            ["object"] =
                new JsonObject { ["key"] = key, ["size"] = 5, ["etag"] = "0123", ["sequencer"] = "0000000000000001" },
            ["reason"] = "PutObject",
        },
    };

    /// <summary>A notification of SNS as it lies in a queue.</summary>
    public static JsonObject Notification(string message) => new()
    {
        ["Type"] = "Notification",
        ["MessageId"] = "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
        ["TopicArn"] = "arn:aws:sns:us-east-1:123456789012:uploads",
        ["Subject"] = "Amazon S3 Notification",
        ["Message"] = message,
        ["Timestamp"] = "2026-03-01T12:00:00.000Z",
    };

    /// <summary>What Rekognition publishes.</summary>
    public static JsonObject Completion(string key, AnalysisJob job) => new()
    {
        ["JobId"] = job.JobId,
        ["Status"] = "SUCCEEDED",
        ["API"] = "StartFaceDetection",
        ["JobTag"] = job.Tag.ToString(),
        ["Timestamp"] = 1772366400000,
        ["Video"] = new JsonObject { ["S3ObjectName"] = key, ["S3Bucket"] = "videos" },
    };

    /// <summary>Messages of a queue; their ids are m0, m1, ….</summary>
    public static string Sqs(params IEnumerable<string?> bodies) => Event(bodies.Select((body, index) => new JsonObject
    {
        ["messageId"] = string.Create(CultureInfo.InvariantCulture, $"m{index}"),
        ["receiptHandle"] = "handle",
        ["body"] = body,
        ["attributes"] = new JsonObject { ["ApproximateReceiveCount"] = "1" },
        ["messageAttributes"] = new JsonObject(),
        ["eventSource"] = "aws:sqs",
        ["awsRegion"] = "us-east-1",
    })).ToJsonString();

    /// <summary>An entry of the backlog.</summary>
    public static JsonObject Entry(string key) => new()
    {
        ["bucket"] = "videos",
        ["key"] = key,
        ["sequencer"] = "01",
        ["eTag"] = "0123",
        ["eventTime"] = "2026-03-01T11:59:00+00:00",
        ["analysis"] = "faces",
        ["refusals"] = 1,
    };

    private static JsonObject Event(IEnumerable<JsonNode?> records) =>
        new() { ["Records"] = new JsonArray([.. records]) };
}
