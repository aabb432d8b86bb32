namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>A body that arrives in pieces of given sizes, as from a network; the last size goes for the rest.</summary>
internal sealed class DribblingStream(byte[] content, params int[] sizes) : MemoryStream(content)
{
    private int _reads;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var size = _reads < sizes.Length ? sizes[_reads++] : int.MaxValue;
        return base.ReadAsync(buffer[..Math.Min(buffer.Length, Math.Max(1, size))], cancellationToken);
    }
}
