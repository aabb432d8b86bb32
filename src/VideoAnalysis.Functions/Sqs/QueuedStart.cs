using System.Text.Json;
using Amazon.Lambda.S3Events;
using VideoAnalysis.Backlog;

namespace VideoAnalysis.Functions.Sqs;

/// <summary>
/// What a message of the backlog asks for: an entry of the backlog, or a whole S3 event, which came here when
/// <c>StartAnalysis</c> had failed on it.
/// </summary>
internal sealed record QueuedStart(BacklogEntry? Entry, S3Event? Uploads)
{
    /// <summary>Reads a message's body.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    /// <exception cref="FormatException">It names something that cannot be.</exception>
    public static QueuedStart Read(string body)
    {
        if (EventBody.IsEvent(body))
        {
            return new(null, EventBody.ReadEvent<S3Event>(body));
        }

        try
        {
            return new(JsonSerializer.Deserialize(body, MessageJson.Default.BacklogMessage)?.ToEntry()
                ?? throw new JsonException("The message is empty."), null);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"The message names no possible video: {exception.Message}", exception);
        }
    }
}
