using System.Buffers;

namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>
/// The headers that a presigned address carries in its query ("hoisted" by the SDKs): S3 applies them as if they had
/// been sent as headers.
/// </summary>
internal static class QueryHeaders
{
    private const string Prefix = "x-amz-";

    /// <summary>The parts of the signature itself.</summary>
    private static readonly string[] Signature =
    [
        "x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-expires", "x-amz-signedheaders", "x-amz-signature",
        "x-amz-security-token",
    ];

    /// <summary>The characters of a header's name (RFC 9110, "Tokens").</summary>
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    /// <summary>Adds the headers in the query to the headers of a request.</summary>
    /// <exception cref="S3Exception">One cannot be a header, or differs from the header of the same name.</exception>
    public static void Move(HttpRequest request)
    {
        foreach (var (name, values) in request.Query)
        {
            if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                || Signature.Contains(name, StringComparer.OrdinalIgnoreCase)
                || ChecksumHeaders.CarriesChecksum(name))
            {
                // S3 does not check a checksum in a presigned address: the body was not known when it was signed.
                continue;
            }

            var value = values.ToString();
            if (!IsToken(name) || value.Any(char.IsControl))
            {
                throw S3Errors.InvalidArgument(name, value, "The query parameter cannot be represented as a header.");
            }

            if (request.Headers.TryGetValue(name, out var sent) && sent.ToString() != value)
            {
                throw S3Errors.InvalidRequest($"The header {name} differs from the query parameter of the same name.");
            }

            request.Headers[name] = value;
        }
    }

    /// <summary>Whether a text may be the name of a header.</summary>
    public static bool IsToken(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(TokenCharacters);
}
