using System.Text;
using System.Text.Json;
using VideoAnalysis.Functions.Events;

namespace VideoAnalysis.Functions.Sqs;

/// <summary>
/// Reads events that travel as the body of an SQS message: Lambda and SNS put there what they could not deliver.
/// </summary>
internal static class EventBody
{
    private static readonly EventSerializer Serializer = new();

    /// <summary>Whether the body is a whole event of Lambda's, with records.</summary>
    public static bool IsEvent(string body) => Has(body, "Records");

    /// <summary>Whether the body is a notification as SNS writes it to a queue.</summary>
    public static bool IsNotification(string body) => Has(body, "TopicArn") && Has(body, "Message");

    /// <summary>Reads an event just as Lambda's runtime does.</summary>
    public static T ReadEvent<T>(string body)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return Serializer.Deserialize<T>(stream);
    }

    /// <summary>The published message within a notification.</summary>
    public static string MessageOf(string notification)
    {
        using var json = JsonDocument.Parse(notification);
        return json.RootElement.GetProperty("Message").GetString() ?? "null";
    }

    private static bool Has(string body, string member)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(member, out _);
    }
}
