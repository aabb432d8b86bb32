using System.Security.Cryptography;

namespace VideoAnalysis.LocalAws.S3.Checksums;

/// <summary>
/// What is computed of the bytes of an object or a part while they pass: the MD5, and one more checksum if asked.
/// </summary>
internal sealed class ContentDigests(ChecksumAlgorithm? algorithm) : IDisposable
{
    private readonly Digest _md5 = new(HashAlgorithmName.MD5);
    private readonly IChecksum? _checksum = algorithm?.Start();

    /// <summary>Takes more bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _md5.Append(bytes);
        _checksum?.Append(bytes);
    }

    /// <summary>The MD5 and the checksum of everything taken. Ask once.</summary>
    public (byte[] Md5, ObjectChecksum? Checksum) Finish() =>
        (_md5.Finish(),
            algorithm is null ? null : new ObjectChecksum(algorithm, Convert.ToBase64String(_checksum!.Finish())));

    /// <inheritdoc/>
    public void Dispose()
    {
        _md5.Dispose();
        (_checksum as IDisposable)?.Dispose();
    }
}
