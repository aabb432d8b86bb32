using System.Net;
using System.Text.Json;

namespace VideoAnalysis.Local.Cli.Client;

/// <summary>Says what an API refuses, and what it takes.</summary>
internal static class ApiRefusal
{
    private const int MostQuoted = 1000;

    /// <summary>An error with a few lines for a person.</summary>
    /// <param name="response">The answer, which is an error.</param>
    /// <param name="body">Its body: a problem document, API Gateway's own message, or anything else.</param>
    /// <param name="access">What the caller showed.</param>
    public static ApiException Of(HttpResponseMessage response, ReadOnlyMemory<byte> body, ApiAccess access)
    {
        var members = Read(body);
        return new(Describe(response, members, access), response.StatusCode, members.GetValueOrDefault("type"));
    }

    private static string Describe(HttpResponseMessage response, Dictionary<string, string> members, ApiAccess access)
    {
        var detail = members.GetValueOrDefault("detail");

        // API Gateway's own errors: "message" or "Message".
        var message = members.GetValueOrDefault("message") ?? members.GetValueOrDefault("Message");
        var address = response.RequestMessage!.RequestUri!;
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                $"""
                {address.Host} refuses the request ({status}: {detail ?? message ?? response.ReasonPhrase}).
                {access.Advise(response.RequestMessage.Method)}
                """,
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
                $"{address.Host} answers from another address ({status}, {response.Headers.Location}). Name that " +
                "with --endpoint.",
            _ => detail
                ?? $"{address} answers {status} {message ?? response.ReasonPhrase}. Is it the API of a video analysis?",
        };
    }

    /// <summary>The texts of a JSON object.</summary>
    private static Dictionary<string, string> Read(ReadOnlyMemory<byte> body)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in document.RootElement.EnumerateObject()
                    .Where(member => member.Value.ValueKind == JsonValueKind.String))
                {
                    var text = Printable.Line(member.Value.GetString()!);
                    members[member.Name] = text.Length > MostQuoted ? $"{text[..MostQuoted]}…" : text;
                }
            }
        }
        catch (JsonException)
        {
            // Not of this API: an error page of something in between.
        }

        return members;
    }
}
