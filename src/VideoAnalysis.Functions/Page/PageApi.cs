using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Functions.Http;

namespace VideoAnalysis.Functions.Page;

/// <summary>
/// The page on which people look at results. It is made of files that hold no data: what it shows it asks the API for,
/// as whoever looks at it.
/// </summary>
/// <param name="videos">Where the videos lie: the only place besides the API that the page may talk to.</param>
/// <param name="startable">The names of the analyses that the page offers to start.</param>
public sealed class PageApi(Uri videos, IEnumerable<string> startable)
{
    /// <summary>Tells the page which analyses can be started.</summary>
    private const string Analyses = "analyses.json";

    private readonly PageFile _analyses = new("application/json", Write(startable));

    /// <summary>
    /// Nothing is allowed but what the page does. No inline script or style, no text that becomes markup: a key that
    /// looks like a script stays a key.
    /// </summary>
    private readonly string _policy = string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        $"connect-src 'self' {videos.AbsoluteUri}",
        $"media-src {videos.AbsoluteUri}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'");

    /// <summary><c>GET /</c> and <c>GET /page/{file+}</c>.</summary>
    internal Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var name = request.PathParameters?.TryGetValue("file", out var found) == true ? found : PageFiles.Index;
        var file = name == Analyses ? _analyses : PageFiles.Find(name)
            ?? throw new ProblemException(Problem.PathNotFound(request.RawPath ?? name));
        var headers = new RequestHeaders(request);
        var answer = file.Tag.FindIn(headers) is { } known
            ? Representation.NotModified(known)
            : Representation.Of(file.ContentType, file.Content, headers, file.Tag);
        return Task.FromResult(answer
            .With("Content-Security-Policy", _policy)
            .With("Cross-Origin-Opener-Policy", "same-origin")
            .With("Cross-Origin-Resource-Policy", "same-origin")
            .With("Referrer-Policy", "no-referrer"));
    }

    private static byte[] Write(IEnumerable<string> startable)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content))
        {
            json.WriteStartObject();
            json.WriteStartArray("startable");
            foreach (var name in startable)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return content.ToArray();
    }
}
