using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Body;

/// <summary>What <c>x-amz-content-sha256</c> says of a body.</summary>
/// <param name="IsChunked">Whether the body is framed as aws-chunked.</param>
/// <param name="HasTrailer">Whether trailers follow the last chunk.</param>
/// <param name="Sha256">The hash of the body; null if the header does not give one.</param>
internal sealed record ContentHash(bool IsChunked, bool HasTrailer, byte[]? Sha256)
{
    private const string Name = "x-amz-content-sha256";
    private const int Sha256Digits = 64;

    /// <summary>
    /// Reads the header ("Authenticating requests: using the Authorization header" in S3's API reference).
    /// </summary>
    /// <exception cref="S3Exception">The header has a value that S3 does not know.</exception>
    public static ContentHash Of(IHeaderDictionary headers)
    {
        string? value = headers[Name];
        return value switch
        {
            // Clients that do not sign, or sign with version 2, send no such header.
            null => new(ContentEncoding.IsAwsChunked(headers.ContentEncoding),
                HasTrailer: headers.ContainsKey("x-amz-trailer"), null),
            "UNSIGNED-PAYLOAD" => new(ContentEncoding.IsAwsChunked(headers.ContentEncoding),
                HasTrailer: headers.ContainsKey("x-amz-trailer"), null),
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" or "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD" =>
                new(true, false, null),
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" or "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER"
                or "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => new(true, true, null),
            { Length: Sha256Digits } when value.All(char.IsAsciiHexDigit) =>
                new(ContentEncoding.IsAwsChunked(headers.ContentEncoding), false, Convert.FromHexString(value)),
            _ => throw S3Errors.InvalidArgument(
                Name,
                value,
                "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, " +
                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, " +
                "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a " +
                "valid sha256 value."),
        };
    }
}
