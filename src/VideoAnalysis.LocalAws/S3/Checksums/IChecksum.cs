namespace VideoAnalysis.LocalAws.S3.Checksums;

/// <summary>A running checksum.</summary>
internal interface IChecksum
{
    /// <summary>Takes more bytes.</summary>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>The checksum of everything taken, most significant byte first. Ask once.</summary>
    byte[] Finish();
}
