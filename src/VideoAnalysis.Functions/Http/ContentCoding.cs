using System.IO.Compression;

namespace VideoAnalysis.Functions.Http;

/// <summary>A way to compress an answer.</summary>
internal sealed class ContentCoding
{
    /// <summary>What fits into a packet or two is sent as it is.</summary>
    private const int LeastBytes = 1_400;

    private readonly Func<Stream, Stream> _compress;

    private ContentCoding(string name, Func<Stream, Stream> compress) => (Name, _compress) = (name, compress);

    /// <summary>All of them, the best first.</summary>
    public static IReadOnlyList<ContentCoding> All { get; } =
    [
        // Its middle level makes answers of a quarter less than gzip's, and takes no longer.
        new("br", output => new BrotliStream(output, CompressionLevel.Optimal, leaveOpen: true)),
        new("gzip", output => new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true)),
    ];

    /// <summary>The name, as in <c>Content-Encoding</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The coding that the caller likes best; null when it wants none, or the body is too small to be worth it.
    /// </summary>
    public static ContentCoding? Choose(RequestHeaders headers, int bodyBytes)
    {
        if (bodyBytes < LeastBytes)
        {
            return null;
        }

        var best = All.MaxBy(coding => headers.QualityOfEncoding(coding.Name));
        return best is not null && headers.QualityOfEncoding(best.Name) > 0 ? best : null;
    }

    /// <summary>Compresses a body.</summary>
    public ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> body)
    {
        using var output = new MemoryStream();
        using (var compressor = _compress(output))
        {
            compressor.Write(body.Span);
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }
}
