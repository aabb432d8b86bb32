using System.Text.Json;
using VideoAnalysis.Backlog;

namespace VideoAnalysis.Functions.Sqs;

/// <summary>
/// What a message for <c>StartQueued</c> asks for: an entry of the backlog, or else an event that tells of uploads.
/// Such an event came here when <c>StartAnalysis</c> had failed on it, or from a queue that a bucket's notifications go
/// to.
/// </summary>
internal sealed record QueuedStart(BacklogEntry? Entry, JsonElement Event)
{
    /// <summary>Reads a message's body.</summary>
    /// <exception cref="JsonException">The body is not JSON, or is an entry that lacks a member.</exception>
    /// <exception cref="FormatException">A member of the entry has a value that is not allowed.</exception>
    public static QueuedStart Read(string body)
    {
        var content = JsonElement.Parse(body);
        if (content.ValueKind != JsonValueKind.Object || !content.TryGetProperty("analysis", out _))
        {
            return new(null, content);
        }

        try
        {
            return new(content.Deserialize(MessageJson.Default.BacklogMessage)!.ToEntry(), default);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"The message names no possible video: {exception.Message}", exception);
        }
    }
}
