using System.IO.Compression;
using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Results;

namespace VideoAnalysis.Collecting;

/// <summary>
/// Packs detections into chunks. Where one chunk ends depends on the detections alone, not on the pages in which
/// they came: collecting again gives the same chunks.
/// </summary>
internal sealed class ChunkBuilder(Analysis analysis) : IDisposable
{
    /// <summary>A chunk closes at this many detections.</summary>
    public const int MaxDetections = 1_000;

    /// <summary>
    /// A chunk closes near this many compressed bytes: a quarter of what a DynamoDB item may hold (400 KB), and
    /// cheap to read for a short range.
    /// </summary>
    public const int MaxBytes = 100 * 1024;

    /// <summary>Compressed bytes left below <see cref="MaxBytes"/> when the chunk counts as full.</summary>
    private const int Reserve = 4 * 1024;

    private readonly MemoryStream _compressed = new();
    private GZipStream? _gzip;
    private int _unflushed;
    private long _from;
    private long _to;

    /// <summary>How many detections are in the open chunk.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the open chunk has to be closed.</summary>
    public bool IsFull { get; private set; }

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
        _unflushed += json.Length + 1;
        _to = detection.Timestamp;
        Count++;
        IsFull = Count == MaxDetections || IsFullOfBytes();
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
        (_gzip, _unflushed, Count, IsFull) = (null, 0, 0, false);
        return chunk;
    }

    /// <inheritdoc/>
    public void Dispose() => _gzip?.Dispose();

    /// <summary>
    /// The compressor holds bytes back, so the size is known only after a flush. A flush costs compression, and is
    /// not needed while even uncompressed everything would fit.
    /// </summary>
    private bool IsFullOfBytes()
    {
        if (_compressed.Length + _unflushed < MaxBytes)
        {
            return false;
        }

        _gzip!.Flush();
        _unflushed = 0;
        return _compressed.Length > MaxBytes - Reserve;
    }
}
