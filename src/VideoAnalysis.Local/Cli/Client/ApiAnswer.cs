using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoAnalysis.Local.Cli.Client;

/// <summary>A good answer of the HTTP API. It is whole: the API's answers stay under Lambda's 6 MB.</summary>
/// <param name="Address">What was asked.</param>
/// <param name="Headers">The answer's headers.</param>
/// <param name="Body">The answer's body, no longer compressed.</param>
internal sealed record ApiAnswer(Uri Address, HttpResponseHeaders Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>How long to wait before it is worth asking again; null where nothing is going to change.</summary>
    public TimeSpan? RetryAfter => Headers.RetryAfter?.Delta;

    /// <summary>The status of the analysis whose detections these are; null where the API does not say.</summary>
    public string? AnalysisStatus =>
        Headers.TryGetValues("Analysis-Status", out var values) ? values.FirstOrDefault() : null;

    /// <summary>The address of the next page; null after the last one.</summary>
    /// <exception cref="ApiException">It leads elsewhere, where credentials must not follow.</exception>
    public Uri? Next
    {
        get
        {
            var link = Headers.TryGetValues("Link", out var values)
                ? values.FirstOrDefault(value => value.EndsWith("; rel=\"next\"", StringComparison.Ordinal))
                : null;
            if (link?.Split('<', '>') is not [_, var target, ..])
            {
                return null;
            }

            var next = new Uri(Address, target);
            return next.GetLeftPart(UriPartial.Path) == Address.GetLeftPart(UriPartial.Path)
                ? next
                : throw new ApiException($"The answer of {Address} names a next page at another address, {next}.");
        }
    }

    /// <summary>Reads the body.</summary>
    /// <typeparam name="T">What the API answers here.</typeparam>
    /// <exception cref="ApiException">The body is not what the API answers here.</exception>
    public T Read<T>(JsonTypeInfo<T> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Body.Span, json) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException e)
        {
            throw new ApiException($"The answer of {Address} makes no sense. Is it the API of a video analysis?", e);
        }
    }
}
