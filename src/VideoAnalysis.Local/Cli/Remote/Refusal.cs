using System.Net;
using System.Text.Json;
using VideoAnalysis.Local.Cli.Remote.Access;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary>Says what an API refuses, and what it takes.</summary>
internal static class Refusal
{
    private const int MostQuoted = 1000;

    /// <summary>A few lines for a person.</summary>
    /// <param name="response">The answer, which is an error.</param>
    /// <param name="body">Its body: a problem document, API Gateway's own message, or anything else.</param>
    /// <param name="access">What the caller showed.</param>
    public static string Describe(HttpResponseMessage response, ReadOnlyMemory<byte> body, ApiAccess access)
    {
        var said = Read(body);
        var address = response.RequestMessage!.RequestUri!;
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                $"""
                {address.Host} refuses the request ({(int)response.StatusCode}{(said is null ? "" : $": {said}")}).
                {access.Advise(response.RequestMessage.Method)}
                """,
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
                $"{address.Host} answers from another address ({(int)response.StatusCode}, {response.Headers.Location}). Name that with --endpoint.",
            _ when said is not null => said,
            _ => $"{address} answers {(int)response.StatusCode} {response.ReasonPhrase}. Is it the API of a video analysis?",
        };
    }

    // Problem documents have a "detail", API Gateway's own errors a "message" (or "Message").
    private static string? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind != JsonValueKind.Object ? null : Text("detail") ?? Text("message") ?? Text("Message");

            string? Text(string name) =>
                document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                    ? Printable.Line(value.GetString()!) is var line && line.Length > MostQuoted ? line[..MostQuoted] + "…" : line
                    : null;
        }
        catch (JsonException)
        {
            // Not of this API: an error page of something in between.
            return null;
        }
    }
}
