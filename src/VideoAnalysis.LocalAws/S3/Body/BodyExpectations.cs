using System.Globalization;
using Microsoft.Extensions.Primitives;
using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Body;

/// <summary>What the headers of a request say that its body will be.</summary>
internal sealed record BodyExpectations
{
    private const int Md5Bytes = 16;

    /// <summary>Whether the body is framed as aws-chunked.</summary>
    public bool IsChunked { get; private init; }

    /// <summary>The trailers that may follow the last chunk.</summary>
    public IReadOnlyList<string> Trailers { get; private init; } = [];

    /// <summary>How long it is in bytes, without framing.</summary>
    public long Length { get; private init; }

    /// <summary>The MD5 of <c>Content-MD5</c>.</summary>
    public byte[]? Md5 { get; private init; }

    /// <summary>The hash of <c>x-amz-content-sha256</c>.</summary>
    public byte[]? Sha256 { get; private init; }

    /// <summary>The algorithm of the checksum that a header or the trailer carries.</summary>
    public ChecksumAlgorithm? Checksum { get; private init; }

    /// <summary>The checksum, if a header carries it; null if it is to follow in the trailer.</summary>
    public string? ChecksumValue { get; private init; }

    /// <summary>Reads the headers.</summary>
    /// <exception cref="S3Exception">The headers contradict each other, or lack the length.</exception>
    public static BodyExpectations Of(HttpRequest request)
    {
        var headers = request.Headers;
        var content = ContentHash.Of(headers);
        var announced = SplitNames(headers["x-amz-trailer"]);
        if (announced.Length > 0 && !content.HasTrailer)
        {
            throw S3Errors.InvalidRequest("The header x-amz-trailer needs a body with a trailer.");
        }

        var (algorithm, value) = FindChecksum(headers, announced);
        return new BodyExpectations
        {
            IsChunked = content.IsChunked,
            Trailers = content.HasTrailer ? [.. announced, "x-amz-trailer-signature"] : [],
            Length = FindLength(request, content.IsChunked),
            Md5 = headers.ContentMD5 is [
                { } md5] ? FromBase64(md5, Md5Bytes) ?? throw S3Errors.InvalidDigest("Content-MD5") : null,
            Sha256 = content.Sha256,
            Checksum = algorithm,
            ChecksumValue = value,
        };
    }

    /// <summary>Reads a checksum, and leaves it in base64.</summary>
    /// <exception cref="S3Exception">The text is not a checksum of this algorithm.</exception>
    public static string ParseChecksum(ChecksumAlgorithm algorithm, string value) =>
        FromBase64(value, algorithm.Length) is { } bytes
            ? Convert.ToBase64String(bytes)
            : throw S3Errors.InvalidRequest($"Value for {algorithm.Header} header is invalid.");

    private static long FindLength(HttpRequest request, bool isChunked)
    {
        var length = isChunked
            ? long.TryParse(
                request.Headers["x-amz-decoded-content-length"], NumberStyles.None, CultureInfo.InvariantCulture,
                out var decoded)
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

    private static (ChecksumAlgorithm? Algorithm, string? Value) FindChecksum(
        IHeaderDictionary headers, string[] announced)
    {
        var named = headers.Where(header => ChecksumHeaders.CarriesChecksum(header.Key)).ToList();
        if (Array.Find(announced, name => !ChecksumHeaders.CarriesChecksum(name)) is { } other)
        {
            throw S3Errors.InvalidRequest($"The value specified in the x-amz-trailer header is not supported: {other}");
        }

        return (named, announced) switch
        {
            ([], []) => (null, null),
            ([var (name, value)], []) when Known(name) is var algorithm =>
                (algorithm, ParseChecksum(algorithm, value.ToString())),
            ([], [var name]) => (Known(name), null),
            _ => throw S3Errors.InvalidRequest(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed."),
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
}
