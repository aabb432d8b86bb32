using System.Buffers;
using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Results;

namespace VideoAnalysis.Collecting;

/// <summary>
/// Packs detections into chunks. Where one chunk ends depends on the detections alone, not on the pages in which
/// they came, nor on how well a compressor does: collecting again gives the same chunks.
/// </summary>
internal sealed class ChunkBuilder : IDisposable
{
    /// <summary>A chunk closes at this many detections.</summary>
    public const int MaxDetections = 1_000;

    /// <summary>
    /// A chunk closes at this many bytes of JSON. A DynamoDB item (400 KB) would hold them even uncompressed;
    /// compressed they are about a quarter, and cheap to read for a short range.
    /// </summary>
    public const int MaxBytes = 256 * 1024;

    private readonly Analysis _analysis;
    private readonly List<(long From, long To)> _times = [];
    private readonly List<float> _confidences = [];
    private readonly ArrayBufferWriter<byte> _lines = new();
    private readonly Utf8JsonWriter _json;
    private long _latest = long.MinValue;

    /// <summary>Makes a builder for the detections of that analysis.</summary>
    public ChunkBuilder(Analysis analysis)
    {
        _analysis = analysis;
        _json = new(_lines, JsonLines.WriterOptions);
    }

    /// <summary>How many detections are in the open chunk.</summary>
    public int Count => _times.Count;

    /// <summary>Whether the open chunk has to be closed.</summary>
    public bool IsFull => Count >= MaxDetections || _lines.WrittenCount >= MaxBytes;

    /// <summary>Adds a detection to the open chunk.</summary>
    /// <exception cref="InvalidOperationException">
    /// It is not in the order that the analysis promises, or ends before it begins.
    /// </exception>
    public void Add(Detection detection)
    {
        CheckTime(detection);
        JsonSerializer.Serialize(_json, detection, _analysis.DetectionJson);
        _json.Flush();
        _json.Reset();
        _lines.Write("\n"u8);
        _times.Add((detection.Timestamp, detection.End));
        _confidences.Add(detection.Confidence ?? float.NaN);
        _latest = detection.Timestamp;
    }

    /// <summary>Closes the open chunk and starts another.</summary>
    public DetectionChunk Close(int sequence)
    {
        if (Count == 0)
        {
            throw new InvalidOperationException("There is nothing in the chunk.");
        }

        var (from, to) = _analysis.IsInOrderOfTime ? (_times[0].From, _latest) : (0, long.MaxValue);
        var index = ChunkIndex.Of(_times, _confidences, _lines.WrittenCount);
        var chunk = new DetectionChunk(
            new(sequence, from, to, Count, index.Pack()), JsonLines.Pack(_lines.WrittenSpan));
        _times.Clear();
        _confidences.Clear();
        _lines.ResetWrittenCount();
        return chunk;
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <summary>
    /// A reader of a range of time would miss a detection without a word if the promise did not hold.
    /// </summary>
    private void CheckTime(Detection detection)
    {
        if (detection.End < detection.Timestamp)
        {
            throw new InvalidOperationException(
                $"A detection of \"{_analysis.Name}\" ends at {detection.End} ms, before it begins at " +
                $"{detection.Timestamp} ms.");
        }

        if (_analysis.IsInOrderOfTime && (detection.End > detection.Timestamp || detection.Timestamp < _latest))
        {
            throw new InvalidOperationException(
                $"The detections of \"{_analysis.Name}\" are not in the order of time, at {detection.Timestamp} ms: " +
                $"its {nameof(Analysis.IsInOrderOfTime)} has to be false.");
        }
    }
}
