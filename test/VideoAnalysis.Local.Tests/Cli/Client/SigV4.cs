using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace VideoAnalysis.Local.Tests.Cli.Client;

/// <summary>
/// The other end of Signature Version 4, written from its specification (IAM User Guide, "Create a signed AWS API
/// request"), for services other than S3: they encode the path once more.
/// </summary>
internal static class SigV4
{
    /// <summary>The signature that a request must have.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="target">The path and query as they come on the wire.</param>
    /// <param name="headers">The signed headers, in any order.</param>
    /// <param name="secret">The secret key.</param>
    /// <param name="scope">Date, region, service and <c>aws4_request</c>, between slashes.</param>
    /// <param name="body">The body.</param>
    public static string Sign(
        string method, string target, IEnumerable<(string Name, string Value)> headers, string secret, string scope,
        byte[] body)
    {
        var sorted = headers.OrderBy(header => header.Name, StringComparer.Ordinal).ToList();
        var (path, query) = target.Split('?', 2) is [var before, var after] ? (before, after) : (target, "");
        var canonical = string.Join(
            '\n',
            [
                method,
                string.Join('/', path.Split('/').Select(Encode)),
                string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries)
                    .Select(Parameter).Order(StringComparer.Ordinal)),
                .. sorted.Select(header => $"{header.Name}:{header.Value.Trim()}"),
                "",
                string.Join(';', sorted.Select(header => header.Name)),
                Hex(SHA256.HashData(body)),
            ]);
        var time = sorted.Single(header => header.Name == "x-amz-date").Value;
        var text = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(
            Encoding.UTF8.GetBytes("AWS4" + secret),
            (signed, part) => HMACSHA256.HashData(signed, Encoding.UTF8.GetBytes(part)));
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>What is wrong with the signature of a request; null when nothing is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="accessKey">The access key that there is.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="region">The region that the API is in.</param>
    /// <param name="now">What time it is.</param>
    public static string? ProblemOf(
        HttpRequest request, byte[] body, string accessKey, string secret, string region, DateTimeOffset now)
    {
        var parts = request.Headers.Authorization.ToString().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["AWS4-HMAC-SHA256", var credential, var names, var signature])
        {
            return "Missing Authentication Token";
        }

        var headers = names["SignedHeaders=".Length..]
            .Split(';').Select(name => (name, request.Headers[name].ToString())).ToList();
        var date = headers.SingleOrDefault(header => header.name == "x-amz-date").Item2 ?? "";
        var scope = $"{date.Split('T')[0]}/{region}/execute-api/aws4_request";
        if (credential != $"Credential={accessKey}/{scope}")
        {
            return "Credential should be scoped to a valid region, and the security token valid.";
        }

        if (!headers.Exists(header => header.name == "host") || (now
            - DateTimeOffset.ParseExact(date, "yyyyMMdd'T'HHmmss'Z'", null)).Duration() > TimeSpan.FromMinutes(5))
        {
            return "Signature expired";
        }

        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return signature == "Signature=" + Sign(request.Method, target, headers, secret, scope, body)
            ? null
            : "The request signature we calculated does not match the signature you provided.";
    }

    private static string Parameter(string raw)
    {
        var parts = raw.Split('=', 2);
        var (name, value) = (parts[0], parts.ElementAtOrDefault(1) ?? "");
        return $"{Encode(Uri.UnescapeDataString(name))}={Encode(Uri.UnescapeDataString(value))}";
    }

    private static string Encode(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value =>
        char.IsAsciiLetterOrDigit((char)value) || "-._~".Contains(
            (char)value, StringComparison.Ordinal) ? $"{(char)value}" : $"%{value:X2}"));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
