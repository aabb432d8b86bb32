using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace VideoAnalysis.Local.Api;

/// <summary>Turns HTTP requests into the events that API Gateway would make of them.</summary>
internal static class ApiEvents
{
    /// <summary>
    /// The path of a request, decoded exactly once. ASP.NET Core's own <c>Path</c> keeps <c>%2F</c> encoded, and
    /// takes dot segments away; a key may hold both.
    /// </summary>
    /// <remarks>A <c>?</c> that was encoded cuts the path short, as it does behind API Gateway.</remarks>
    public static string PathOf(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/'))
        {
            // The absolute form, which proxies send.
            var authority = target.IndexOf("://", StringComparison.Ordinal);
            var slash = authority < 0 ? -1 : target.IndexOf('/', authority + 3);
            target = slash < 0 ? "/" : target[slash..];
        }

        var encoded = target.Split('?', 2)[0];
        return Uri.UnescapeDataString(encoded).Split('?', 2)[0];
    }

    /// <summary>The event of a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="route">The route that it takes.</param>
    /// <param name="path">The decoded path.</param>
    /// <param name="parameters">The path's parameters.</param>
    /// <param name="body">The request's body.</param>
    /// <param name="now">When it came.</param>
    public static ApiRequest Create(
        HttpContext context,
        ApiRoute route,
        string path,
        IReadOnlyDictionary<string, string> parameters,
        ReadOnlyMemory<byte> body,
        DateTimeOffset now)
    {
        var request = context.Request;
        var isText = IsText(request.ContentType);
        return new()
        {
            RouteKey = route.Key,
            RawPath = path,
            RawQueryString = request.QueryString.Value?.TrimStart('?') ?? "",
            Cookies = request.Headers.Cookie.Count == 0
                ? null
                : request.Headers.Cookie.ToString()
                    .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Headers = request.Headers
                .Where(header => !header.Key.Equals(HeaderNames.Cookie, StringComparison.OrdinalIgnoreCase))
                .ToDictionary(
                    header => header.Key.ToLowerInvariant(), header => string.Join(',', header.Value.ToArray())),
            QueryStringParameters = request.Query.Count == 0
                ? null
                : request.Query.ToDictionary(
                    parameter => parameter.Key, parameter => string.Join(',', parameter.Value.ToArray()),
                    StringComparer.Ordinal),
            PathParameters = parameters.Count == 0 ? null : parameters,
            RequestContext = new()
            {
                DomainName = request.Host.Host,
                Http = new(
                    request.Method,
                    path,
                    request.Protocol,
                    (context.Connection.RemoteIpAddress ?? IPAddress.Loopback).ToString(),
                    request.Headers.UserAgent.ToString()),
                RequestId = context.TraceIdentifier,
                RouteKey = route.Key,
                Time = now.UtcDateTime.ToString("dd/MMM/yyyy:HH:mm:ss '+0000'", CultureInfo.InvariantCulture),
                TimeEpoch = now.ToUnixTimeMilliseconds(),
            },
            Body =
                body.IsEmpty ? null : isText ? Encoding.UTF8.GetString(body.Span) : Convert.ToBase64String(body.Span),
            IsBase64Encoded = !body.IsEmpty && !isText,
        };
    }

    // API Gateway hands these over as they are, and encodes the rest ("Working with binary media types").
    private static bool IsText(string? contentType)
    {
        var type = contentType?.Split(';', 2)[0].Trim();
        return type is null or "application/json" or "application/javascript" or "application/xml"
            || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
    }
}
