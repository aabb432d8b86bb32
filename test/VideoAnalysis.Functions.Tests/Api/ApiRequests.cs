using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace VideoAnalysis.Functions.Tests.Api;

/// <summary>Requests as API Gateway hands them over.</summary>
internal static class ApiRequests
{
    private static readonly string[] Greedy = ["/results/", "/appearances/", "/timeline/", "/analyses/", "/videos/"];

    public static APIGatewayHttpApiV2ProxyRequest Get(
        string path, string query = "", params IReadOnlyList<(string Name, string Value)> headers) =>
        Create("GET", path, query, headers);

    public static APIGatewayHttpApiV2ProxyRequest Post(
        string path, string body, string contentType = "application/json")
    {
        var request = Create("POST", path, "", [("content-type", contentType)]);
        request.Body = body;
        return request;
    }

    /// <summary>A request; of a parameter that comes twice, the values are joined with a comma.</summary>
    public static APIGatewayHttpApiV2ProxyRequest Create(
        string method, string path, string query, IReadOnlyList<(string Name, string Value)> headers)
    {
        var prefix = Array.Find(Greedy, prefix => path.StartsWith(prefix, StringComparison.Ordinal)
            && path.Length > prefix.Length);
        var route = prefix is null ? $"{method} {path}" : $"{method} {prefix}{{video+}}";
        return new()
        {
            Version = "2.0",
            RouteKey = route,
            RawPath = path,
            RawQueryString = query,
            Headers = headers.ToLookup(header => header.Name).ToDictionary(
                header => header.Key, header => string.Join(',', header.Select(same => same.Value))),
            QueryStringParameters = query.Length == 0 ? null : Parsed(query),
            PathParameters =
                prefix is null ? null : new Dictionary<string, string> { ["video"] = path[prefix.Length..] },
            RequestContext = new() { Http = new() { Method = method, Path = path }, RouteKey = route },
        };
    }

    /// <summary>In the spelling of API Gateway.</summary>
    public static byte[] ToJson(APIGatewayHttpApiV2ProxyRequest request) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        version = request.Version,
        routeKey = request.RouteKey,
        rawPath = request.RawPath,
        rawQueryString = request.RawQueryString,
        headers = request.Headers,
        queryStringParameters = request.QueryStringParameters,
        pathParameters = request.PathParameters,
        requestContext = new
        {
            http = new { method = request.RequestContext.Http.Method, path = request.RequestContext.Http.Path },
            routeKey = request.RequestContext.RouteKey,
        },
        body = request.Body,
        isBase64Encoded = request.IsBase64Encoded,
    });

    private static Dictionary<string, string> Parsed(string query) => query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(parameter => parameter.Split('=', 2))
        .ToLookup(parts => Decoded(parts[0]), parts => parts.Length > 1 ? Decoded(parts[1]) : "")
        .ToDictionary(parameter => parameter.Key, parameter => string.Join(',', parameter));

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
