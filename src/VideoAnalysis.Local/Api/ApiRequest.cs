using System.Text.Json.Serialization;

namespace VideoAnalysis.Local.Api;

/// <summary>
/// The event with which an HTTP API invokes a function, in payload format 2.0 (API Gateway Developer Guide, "Lambda
/// function integrations"). Members without a value are absent.
/// </summary>
internal sealed record ApiRequest
{
    public string Version { get; } = "2.0";

    public required string RouteKey { get; init; }

    public required string RawPath { get; init; }

    public required string RawQueryString { get; init; }

    public IReadOnlyList<string>? Cookies { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public IReadOnlyDictionary<string, string>? QueryStringParameters { get; init; }

    public required ApiRequestContext RequestContext { get; init; }

    public IReadOnlyDictionary<string, string>? PathParameters { get; init; }

    public string? Body { get; init; }

    public bool IsBase64Encoded { get; init; }
}

/// <summary>The event's <c>requestContext</c>. There is no authorizer: who can reach the port may ask.</summary>
internal sealed record ApiRequestContext
{
    public string AccountId { get; } = "anonymous";

    public string ApiId { get; } = "local";

    public required string DomainName { get; init; }

    public string DomainPrefix => DomainName.Split('.')[0];

    public required ApiRequestHttp Http { get; init; }

    public required string RequestId { get; init; }

    public required string RouteKey { get; init; }

    public string Stage { get; } = "$default";

    /// <summary>When the request came, as in <c>12/Mar/2020:19:03:58 +0000</c>.</summary>
    public required string Time { get; init; }

    /// <summary>The same in Unix milliseconds.</summary>
    public required long TimeEpoch { get; init; }
}

/// <summary>The event's <c>requestContext.http</c>.</summary>
internal sealed record ApiRequestHttp(string Method, string Path, string Protocol, string SourceIp, string UserAgent);

/// <summary>The JSON of the HTTP API's events and answers.</summary>
[JsonSerializable(typeof(ApiRequest))]
[JsonSerializable(typeof(ApiResponse))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ApiJson : JsonSerializerContext;
