using System.Security.Cryptography;

namespace VideoAnalysis.LocalAws.S3.Checksums;

/// <summary>A cryptographic hash as a running checksum.</summary>
internal sealed class Digest(HashAlgorithmName algorithm) : IChecksum, IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(algorithm);

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    /// <inheritdoc/>
    public byte[] Finish() => _hash.GetHashAndReset();

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
