using System.Text;
using VideoAnalysis.LocalAws.S3.Body;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>The headers that are stored with an object, and given back with it.</summary>
internal static class ObjectHeaders
{
    private const string MetadataPrefix = "x-amz-meta-";
    private const string ContentType = "content-type";
    private const string ContentEncodingName = "content-encoding";

    /// <summary>What S3 says of an object that came without a type.</summary>
    private const string DefaultContentType = "binary/octet-stream";

    private static readonly string[] System =
        [ContentType, ContentEncodingName, "cache-control", "content-disposition", "content-language", "expires"];

    /// <summary>The parameters of a GET that replace headers of its response, by S3's names.</summary>
    private static readonly IReadOnlyDictionary<string, string> Overrides =
        System.ToDictionary(name => "response-" + name, StringComparer.Ordinal);

    /// <summary>Picks what is to be stored from a request.</summary>
    /// <exception cref="S3Exception">There is too much metadata, or a value that no response can carry.</exception>
    public static IReadOnlyDictionary<string, string> From(HttpRequest request)
    {
        var kept = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var metadataBytes = 0;
        foreach (var (name, values) in request.Headers)
        {
            var value = values.ToString();
            if (name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            {
                CheckHeader(name, value);
                metadataBytes +=
                    Encoding.UTF8.GetByteCount(name) - MetadataPrefix.Length + Encoding.UTF8.GetByteCount(value);
                kept[name] = value;
            }
            else if (System.Contains(name, StringComparer.OrdinalIgnoreCase) && value.Length > 0)
            {
                CheckHeader(name, value);
                kept[name] = value;
            }
        }

        if (metadataBytes > S3Limits.MetadataBytes)
        {
            throw S3Errors.MetadataTooLarge();
        }

        return Normalized(kept);
    }

    /// <summary>Puts everything that describes an object into a response, but its length.</summary>
    /// <exception cref="S3Exception">
    /// An override cannot be a header, or the request is not signed and has one.
    /// </exception>
    public static void Apply(S3Call call, StoredObject stored)
    {
        var headers = call.Response.Headers;
        headers.ContentType = DefaultContentType;
        foreach (var (name, value) in stored.Headers)
        {
            headers[name] = HeaderSafe(value);
        }

        foreach (var (parameter, name) in Overrides)
        {
            if (call.Query(parameter) is { } value)
            {
                if (!call.IsSigned)
                {
                    throw S3Errors.InvalidRequest(
                        "Request specific response headers cannot be used for anonymous GET requests.");
                }

                CheckHeader(parameter, value);
                headers[name] = HeaderSafe(value);
            }
        }

        headers.ETag = $"\"{stored.ETag}\"";
        headers.LastModified = stored.LastModified.ToString("R");
        headers.AcceptRanges = "bytes";
    }

    private static Dictionary<string, string> Normalized(Dictionary<string, string> headers)
    {
        if (headers.Remove(ContentEncodingName, out var encoding)
            && ContentEncoding.WithoutAwsChunked(encoding) is { } rest)
        {
            headers[ContentEncodingName] = rest;
        }

        // Names compare without case on the wire, and are stored in one.
#pragma warning disable CA1308 // Lower case is how S3 gives metadata back.
        return headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value);
#pragma warning restore CA1308
    }

    private static void CheckHeader(string name, string value)
    {
        if (!QueryHeaders.IsToken(name) || value.Any(char.IsControl))
        {
            throw S3Errors.InvalidArgument(name, value, "Header value cannot be represented using ISO-8859-1.");
        }
    }

    /// <summary>As it is if it is ASCII, else as an encoded word (RFC 2047), as S3 returns such metadata.</summary>
    private static string HeaderSafe(string value) =>
        Ascii.IsValid(value) ? value : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}?=";
}
