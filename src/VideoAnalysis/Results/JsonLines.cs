using System.Buffers;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoAnalysis.Results;

/// <summary>
/// The detections of a chunk as JSON Lines: each line is as the API writes it, so that a page copies lines and makes
/// no objects of them.
/// </summary>
internal static class JsonLines
{
    /// <summary>
    /// Four percent smaller than gzip's default, in the same time; the next qualities take twice as long for one
    /// percent. That pays for the index.
    /// </summary>
    private const int Quality = 5;

    /// <summary>Texts are readable in any script; the API's JSON is application/json, never HTML.</summary>
    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines as a chunk's body.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> lines) => Brotli.Compress(lines, Quality);

    /// <summary>Reads a chunk's body into an array of the pool, which the caller returns.</summary>
    /// <exception cref="InvalidDataException">The body cannot be unpacked.</exception>
    public static byte[] Rent(ReadOnlySpan<byte> body, int size)
    {
        var lines = ArrayPool<byte>.Shared.Rent(size);
        if (BrotliDecoder.TryDecompress(body, lines, out var written) && written == size)
        {
            return lines;
        }

        ArrayPool<byte>.Shared.Return(lines);
        throw new InvalidDataException($"The body of a chunk cannot be read: it should have {size} bytes of JSON.");
    }
}
