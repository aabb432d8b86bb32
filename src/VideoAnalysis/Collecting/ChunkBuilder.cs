using System.IO.Compression;
using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Results;

namespace VideoAnalysis.Collecting;

/// <summary>
/// Packs detections into chunks. Where one chunk ends depends on the detections alone, not on the pages in which
/// they came, nor on how well a compressor does: collecting again gives the same chunks.
/// </summary>
internal sealed class ChunkBuilder(Analysis analysis) : IDisposable
{
    /// <summary>A chunk closes at this many detections.</summary>
    public const int MaxDetections = 1_000;

    /// <summary>
    /// A chunk closes at this many bytes of JSON. A DynamoDB item (400 KB) would hold them even uncompressed; compressed
    /// they are about a fifth, and cheap to read for a short range.
    /// </summary>
    public const int MaxBytes = 256 * 1024;

    private readonly MemoryStream _compressed = new();
    private GZipStream? _gzip;
    private int _bytes;
    private long _from;
    private long _to;

    /// <summary>How many detections are in the open chunk.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the open chunk has to be closed.</summary>
    public bool IsFull => Count >= MaxDetections || _bytes >= MaxBytes;

    /// <summary>Adds a detection to the open chunk.</summary>
    public void Add(Detection detection)
    {
        if (_gzip is null)
        {
            _gzip = new GZipStream(_compressed, CompressionLevel.Optimal, leaveOpen: true);
            _from = detection.Timestamp;
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(detection, analysis.DetectionJson);
        _gzip.WriteByte(Count == 0 ? (byte)'[' : (byte)',');
        _gzip.Write(json);
        _bytes += json.Length + 1;
        _to = detection.Timestamp;
        Count++;
    }

    /// <summary>Closes the open chunk and starts another.</summary>
    public DetectionChunk Close(int sequence)
    {
        if (_gzip is null)
        {
            throw new InvalidOperationException("There is nothing in the chunk.");
        }

        _gzip.WriteByte((byte)']');
        _gzip.Dispose();
        var chunk = new DetectionChunk(sequence, _from, _to, Count, _compressed.ToArray());
        _compressed.SetLength(0);
        (_gzip, _bytes, Count) = (null, 0, 0);
        return chunk;
    }

    /// <inheritdoc/>
    public void Dispose() => _gzip?.Dispose();
}
