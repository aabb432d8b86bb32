using System.IO.Hashing;

namespace VideoAnalysis.LocalAws.S3.Checksums;

/// <summary>A cyclic redundancy check as a running checksum. Its bits run from the least significant.</summary>
internal sealed class Crc(NonCryptographicHashAlgorithm hash) : IChecksum
{
    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes) => hash.Append(bytes);

    /// <inheritdoc/>
    public byte[] Finish()
    {
        // The library puts the least significant byte first.
        var result = hash.GetHashAndReset();
        Array.Reverse(result);
        return result;
    }
}
