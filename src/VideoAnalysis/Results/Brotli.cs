using System.Buffers;
using System.IO.Compression;

namespace VideoAnalysis.Results;

/// <summary>Brotli as chunks use it.</summary>
internal static class Brotli
{
    /// <summary>A window of 256 KB (2 to this power), which is as much as a chunk has.</summary>
    private const int Window = 18;

    /// <summary>Compresses a whole.</summary>
    /// <param name="data">What to compress.</param>
    /// <param name="quality">0 to 11.</param>
    public static byte[] Compress(ReadOnlySpan<byte> data, int quality)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(data.Length));
        try
        {
            return BrotliEncoder.TryCompress(data, buffer, out var size, quality, Window)
                ? buffer[..size]
                : throw new InvalidOperationException($"Brotli did not compress {data.Length} bytes.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
