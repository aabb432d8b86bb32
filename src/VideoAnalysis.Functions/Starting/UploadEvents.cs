using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Starting;

/// <summary>
/// Finds the uploads in an event, whichever way it came: S3's own notification or its event on EventBridge, plain, or
/// as the message of an SNS notification, or as the body of an SQS message, or as the one inside the other.
/// </summary>
internal static class UploadEvents
{
    /// <summary>The most members by whose names an event that is not understood is described.</summary>
    private const int MostMembers = 12;

    /// <summary>The most characters of a name or a value in that description.</summary>
    private const int MostCharacters = 60;

    /// <summary>
    /// What is left when every wrapping is taken off: a record, an event of EventBridge, or anything else.
    /// </summary>
    public static IEnumerable<JsonElement> Unwrap(JsonElement content)
    {
        if (Member(content, "Records") is { ValueKind: JsonValueKind.Array } records && records.GetArrayLength() > 0)
        {
            return records.EnumerateArray().SelectMany(Unwrap);
        }

        return WrappedIn(content) is { } text ? Unwrap(Parse(text)) : [content];
    }

    /// <summary>The upload that an unwrapped event tells of; null when it is understood, and tells of none.</summary>
    /// <exception cref="FormatException">It is not understood. The message says what came.</exception>
    /// <exception cref="JsonException">A member of it is not what it should be.</exception>
    public static Upload? Read(JsonElement content, DateTimeOffset now, ILogger logger)
    {
        if (Member(content, "s3") is not null &&
            content.Deserialize(UploadJson.Default.S3Record) is { EventName: { Length: > 0 } name } record)
        {
            return IsCreation(name) ? S3Uploads.Read(record, now) : NoUpload(name);
        }

        if (Text(content, "source") == "aws.s3" &&
            content.Deserialize(UploadJson.Default.S3BridgeEvent) is { DetailType: { Length: > 0 } type } sent)
        {
            return type == "Object Created" ? S3Uploads.Read(sent, now) : NoUpload(type);
        }

        // S3 sends it when a notification is set up.
        return Text(content, "Event") is "s3:TestEvent" and var test ? NoUpload(test) : throw new FormatException(
            $"The event describes no upload: it is {Describe(content)}. It has to be S3's notification, or " +
            "EventBridge's event \"Object Created\" of aws.s3, as it is or in messages of SNS or SQS.");

        Upload? NoUpload(string what)
        {
            logger.NotAnUpload(what);
            return null;
        }
    }

    /// <summary>
    /// Whether it is an event of a created object: S3 sends the name without the prefix that its guide gives it.
    /// </summary>
    private static bool IsCreation(string eventName) =>
        eventName.Replace("s3:", "", StringComparison.Ordinal).StartsWith("ObjectCreated:", StringComparison.Ordinal);

    /// <summary>The text in a message of SQS, or in a notification of SNS, as a function or a queue gets it.</summary>
    private static JsonElement? WrappedIn(JsonElement content)
    {
        var wrapped = Member(content, "body")
            ?? (Member(content, "Sns") is { } notification ? Member(notification, "Message") : null)
            ?? (Member(content, "TopicArn") is not null ? Member(content, "Message") : null);
        return wrapped is { ValueKind: JsonValueKind.String } ? wrapped : null;
    }

    /// <summary>The JSON in a text; the text itself when there is none in it.</summary>
    private static JsonElement Parse(JsonElement text)
    {
        try
        {
            return JsonElement.Parse(text.GetString()!);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or no text even: half a surrogate pair.
            return text;
        }
    }

    private static string Describe(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.Object =>
            Members(content) is { Length: > 0 } members ? $"an object of {members}" : "an empty object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text that is no JSON",
        JsonValueKind.Null or JsonValueKind.Undefined => "empty",
        _ => "a single value",
    };

    /// <summary>The members' names, and the values of those by which AWS tells its events apart.</summary>
    private static string Members(JsonElement content) => string.Join(
        ", ", content.EnumerateObject().Take(MostMembers).Select(member => Describe(content, member.Name)));

    private static string Describe(JsonElement content, string name) =>
        name is "source"
            or "detail-type" or "eventSource" or "EventSource" or "Event" && Text(content, name) is { } value
            ? $"{name} \"{Shorten(value)}\""
            : Shorten(name);

    private static string Shorten(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";

    private static JsonElement? Member(JsonElement content, string name) =>
        content.ValueKind == JsonValueKind.Object && content.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement content, string name)
    {
        try
        {
            return Member(content, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Half a surrogate pair.
        }
    }
}
