using System.Net.Http.Headers;
using Amazon.Lambda.APIGatewayEvents;

namespace VideoAnalysis.Functions.Http;

/// <summary>What a caller prefers, by its headers. A header that cannot be understood counts as not sent.</summary>
internal sealed class RequestHeaders
{
    private readonly HttpRequestHeaders _headers;

    public RequestHeaders(APIGatewayHttpApiV2ProxyRequest request)
    {
        using var message = new HttpRequestMessage();
        _headers = message.Headers;
        Take("Accept");
        Take("Accept-Encoding");
        Take("If-None-Match");
        ContentType = MediaTypeHeaderValue.TryParse(Find("Content-Type"), out var type) ? type.MediaType : null;

        void Take(string name)
        {
            if (Find(name) is { } value)
            {
                _headers.TryAddWithoutValidation(name, value);
            }
        }

        // API Gateway writes names in lower case; not everything that speaks its format does.
        string? Find(string name) => request.Headers?
            .FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
    }

    /// <summary>The media type of the body, without its parameters.</summary>
    public string? ContentType { get; }

    /// <summary>The entity tags that the caller has already, weak ones made strong; <c>*</c> for any.</summary>
    public IEnumerable<string> KnownTags => _headers.IfNoneMatch.Select(tag => tag.Tag);

    /// <summary>How welcome a media type is, 0 (not at all) to 1, as RFC 9110 weighs it (section 12.5.1).</summary>
    public double QualityOf(string mediaType)
    {
        var ranges = _headers.Accept;
        if (ranges.Count == 0)
        {
            return 1;
        }

        var family = mediaType[..(mediaType.IndexOf('/', StringComparison.Ordinal) + 1)] + "*";
        return Quality(mediaType) ?? Quality(family) ?? Quality("*/*") ?? 0;

        double? Quality(string range) => ranges
            .Where(candidate => string.Equals(candidate.MediaType, range, StringComparison.OrdinalIgnoreCase))
            .Max(candidate => (double?)(candidate.Quality ?? 1));
    }

    /// <summary>Makes sure that the caller takes JSON, where there is no other format.</summary>
    /// <exception cref="ProblemException">The header <c>Accept</c> excludes it.</exception>
    public void RequireJson()
    {
        if (QualityOf("application/json") == 0)
        {
            throw new ProblemException(Problem.NotAcceptable("application/json"));
        }
    }

    /// <summary>How welcome a content coding is, 0 (not at all) to 1 (RFC 9110, section 12.5.3).</summary>
    public double QualityOfEncoding(string coding)
    {
        return Quality(coding) ?? Quality("*") ?? 0;

        double? Quality(string name) => _headers.AcceptEncoding
            .Where(candidate => string.Equals(candidate.Value, name, StringComparison.OrdinalIgnoreCase))
            .Max(candidate => (double?)(candidate.Quality ?? 1));
    }
}
