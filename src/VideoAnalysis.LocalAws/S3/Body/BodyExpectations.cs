using System.Globalization;
using Microsoft.Extensions.Primitives;
using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Body;

/// <summary>What the headers of a request say that its body will be.</summary>
internal sealed record BodyExpectations
{
    private const int Sha256Bytes = 32;
    private const int Md5Bytes = 16;

    /// <summary>Whether the body is framed as aws-chunked.</summary>
    public bool IsChunked { get; private init; }

    /// <summary>How long it is in bytes, without framing; null if nothing says.</summary>
    public long? Length { get; private init; }

    /// <summary>The MD5 of <c>Content-MD5</c>.</summary>
    public byte[]? Md5 { get; private init; }

    /// <summary>The hash of <c>x-amz-content-sha256</c>.</summary>
    public byte[]? Sha256 { get; private init; }

    /// <summary>The algorithm of the checksum that a header or the trailer carries.</summary>
    public ChecksumAlgorithm? Checksum { get; private init; }

    /// <summary>The checksum, if a header carries it; null if it is to follow in the trailer.</summary>
    public string? ChecksumValue { get; private init; }

    /// <summary>Nothing is known beforehand: a file within a form.</summary>
    public static BodyExpectations None { get; } = new();

    /// <summary>Reads the headers.</summary>
    /// <exception cref="S3Exception">They contradict themselves, or lack the length.</exception>
    public static BodyExpectations Of(HttpRequest request)
    {
        var headers = request.Headers;
        string? content = headers["x-amz-content-sha256"];
        var isChunked = content?.StartsWith("STREAMING-", StringComparison.Ordinal) == true
            || ContentEncoding.IsAwsChunked(headers.ContentEncoding);
        var (algorithm, value) = FindChecksum(headers);
        return new BodyExpectations
        {
            IsChunked = isChunked,
            Length = FindLength(request, isChunked),
            Md5 = headers.ContentMD5 is [{ } md5] ? FromBase64(md5, Md5Bytes) ?? throw S3Errors.InvalidDigest("Content-MD5") : null,
            Sha256 = content?.Length == 2 * Sha256Bytes ? FromHex(content) : null,
            Checksum = algorithm,
            ChecksumValue = value,
        };
    }

    /// <summary>Reads a checksum, and leaves it in base64.</summary>
    /// <exception cref="S3Exception">It is none of this algorithm.</exception>
    public static string ParseChecksum(ChecksumAlgorithm algorithm, string value) =>
        FromBase64(value, algorithm.Length) is { } bytes
            ? Convert.ToBase64String(bytes)
            : throw S3Errors.InvalidRequest($"Value for {algorithm.Header} header is invalid.");

    private static long FindLength(HttpRequest request, bool isChunked)
    {
        var length = isChunked
            ? long.TryParse(
                request.Headers["x-amz-decoded-content-length"], NumberStyles.None, CultureInfo.InvariantCulture, out var decoded)
                    ? decoded
                    : null
            : request.ContentLength;
        return length switch
        {
            null => throw S3Errors.MissingContentLength(),
            > S3Limits.PutBytes => throw S3Errors.EntityTooLarge(S3Limits.PutBytes),
            _ => length.Value,
        };
    }

    private static (ChecksumAlgorithm? Algorithm, string? Value) FindChecksum(IHeaderDictionary headers)
    {
        var named = headers.Where(header => ChecksumAlgorithm.IsChecksumHeader(header.Key)).ToList();
        var trailer = SplitNames(headers["x-amz-trailer"]).Where(ChecksumAlgorithm.IsChecksumHeader).ToList();
        return (named, trailer) switch
        {
            ([], []) => (null, null),
            ([var (name, value)], []) when Known(name) is var algorithm => (algorithm, ParseChecksum(algorithm, value.ToString())),
            ([], [var name]) => (Known(name), null),
            _ => throw S3Errors.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed."),
        };
    }

    private static string[] SplitNames(StringValues values) =>
        values.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ChecksumAlgorithm Known(string header) =>
        ChecksumAlgorithm.ByHeader(header) ?? throw S3Errors.NotImplemented($"the checksum of the header {header}");

    private static byte[]? FromBase64(string? text, int length)
    {
        var bytes = new byte[length + 3];
        return text is not null && Convert.TryFromBase64String(text, bytes, out var written) && written == length
            ? bytes[..length]
            : null;
    }

    private static byte[] FromHex(string text)
    {
        try
        {
            return Convert.FromHexString(text);
        }
        catch (FormatException)
        {
            throw S3Errors.InvalidArgument("x-amz-content-sha256", text, "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING name, or a valid sha256 value.");
        }
    }
}
