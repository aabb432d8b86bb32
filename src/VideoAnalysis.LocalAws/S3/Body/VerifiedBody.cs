using System.Security.Cryptography;
using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Body;

/// <summary>
/// A body that is hashed while it is read, and held against what its headers and trailers say at the end.
/// </summary>
internal sealed class VerifiedBody : IDisposable
{
    private readonly BodyExpectations _expected;
    private readonly Stream _stream;
    private readonly AwsChunkedStream? _chunked;
    private readonly ContentDigests _digests;
    private readonly Digest? _sha256;
    private long _length;

    public VerifiedBody(BodyExpectations expected, Stream body)
    {
        _expected = expected;
        _chunked = expected.IsChunked ? new AwsChunkedStream(body, expected.Trailers) : null;
        _stream = _chunked ?? body;
        _digests = new ContentDigests(expected.Checksum);
        _sha256 = expected.Sha256 is null ? null : new Digest(HashAlgorithmName.SHA256);
    }

    /// <summary>Opens the body of a request.</summary>
    /// <exception cref="S3Exception">The headers of the body are wrong already.</exception>
    public static VerifiedBody Of(HttpRequest request) => new(BodyExpectations.Of(request), request.Body);

    /// <summary>The algorithm of the checksum that comes with the body; null for none.</summary>
    public ChecksumAlgorithm? Algorithm => _expected.Checksum;

    /// <summary>Reads on; 0 at the end.</summary>
    /// <exception cref="S3Exception">The body is longer than it was said to be.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = await _stream.ReadAsync(buffer, cancellationToken);
        _length += read;
        if (_length > _expected.Length)
        {
            throw S3Errors.IncompleteBody(
                "You provided more bytes than the x-amz-decoded-content-length HTTP header says.");
        }

        _digests.Append(buffer.Span[..read]);
        _sha256?.Append(buffer.Span[..read]);
        return read;
    }

    /// <summary>Checks everything that was announced. Call it once, after the end has been read.</summary>
    /// <returns>The MD5 of the body, and its additional checksum if it came with one.</returns>
    /// <exception cref="S3Exception">Something differs.</exception>
    public (byte[] Md5, ObjectChecksum? Checksum) Verify()
    {
        if (_expected.Length != _length)
        {
            throw S3Errors.IncompleteBody(
                "You did not provide the number of bytes specified by the Content-Length HTTP header.");
        }

        var (md5, checksum) = _digests.Finish();
        if (_expected.Md5 is { } expectedMd5 && !md5.AsSpan().SequenceEqual(expectedMd5))
        {
            throw S3Errors.BadDigest("Content-MD5");
        }

        if (_sha256 is not null && !_sha256.Finish().AsSpan().SequenceEqual(_expected.Sha256))
        {
            throw S3Errors.Sha256Mismatch();
        }

        if (checksum is not null && checksum.Value != (_expected.ChecksumValue ?? TrailingChecksum(checksum.Algorithm)))
        {
            throw S3Errors.BadDigest(checksum.Algorithm.Name);
        }

        return (md5, checksum);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _digests.Dispose();
        _sha256?.Dispose();
        _chunked?.Dispose();
    }

    private string TrailingChecksum(ChecksumAlgorithm algorithm) =>
        _chunked?.Trailers.TryGetValue(algorithm.Header, out var value) == true
            ? BodyExpectations.ParseChecksum(algorithm, value)
            : throw S3Errors.MalformedTrailer(
                $"The trailer {algorithm.Header} that x-amz-trailer announces did not come.");
}
