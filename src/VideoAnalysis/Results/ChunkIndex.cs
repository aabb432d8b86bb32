using System.Buffers;
using System.IO.Compression;

namespace VideoAnalysis.Results;

/// <summary>
/// The times and confidences of a chunk's detections. It says which of them a query wants, so that the detections
/// themselves are read only where one is wanted.
/// </summary>
/// <remarks>
/// Stored as columns, which compress to two or three bytes a detection: how far each timestamp is from the one before,
/// how long each span is (only where there are spans), and the confidences' four bytes, all first bytes before all
/// second ones. Confidences are exact: a filter finds what it would find in the detections.
/// </remarks>
internal sealed class ChunkIndex
{
    /// <summary>The layout; raise it when it changes.</summary>
    private const byte Layout = 1;

    /// <summary>A varint of 64 bits takes ten bytes.</summary>
    private const int MaxVarint = 10;

    /// <summary>The layout, whether there are spans, and the size of the JSON.</summary>
    private const int MaxPrefix = 2 + MaxVarint;

    /// <summary>
    /// Beyond this a higher quality saves next to nothing: what is left are the last bits of confidences.
    /// </summary>
    private const int Quality = 5;

    private readonly long[] _timestamps;
    private readonly long[]? _ends;

    /// <summary>NaN for none, which no JSON can have.</summary>
    private readonly float[] _confidences;

    private ChunkIndex(int jsonBytes, long[] timestamps, long[]? ends, float[] confidences)
    {
        JsonBytes = jsonBytes;
        (_timestamps, _ends, _confidences) = (timestamps, ends, confidences);
    }

    /// <summary>How many bytes the detections take as JSON Lines.</summary>
    public int JsonBytes { get; }

    /// <summary>How many detections there are.</summary>
    public int Count => _timestamps.Length;

    /// <summary>The timestamps, in milliseconds.</summary>
    public ReadOnlySpan<long> Timestamps => _timestamps;

    /// <summary>The last milliseconds: the timestamps, unless there are spans.</summary>
    public ReadOnlySpan<long> Ends => _ends ?? _timestamps;

    /// <summary>The index of detections.</summary>
    /// <param name="times">From when to when they are seen.</param>
    /// <param name="confidences">Their confidences; NaN for none.</param>
    /// <param name="jsonBytes">How many bytes they take as JSON Lines.</param>
    public static ChunkIndex Of(
        IReadOnlyList<(long From, long To)> times, IReadOnlyList<float> confidences, int jsonBytes) => new(
            jsonBytes,
            [.. times.Select(time => time.From)],
            times.Any(time => time.To != time.From) ? [.. times.Select(time => time.To)] : null,
            [.. confidences]);

    /// <summary>Whether a query wants the detection.</summary>
    public bool Matches(ResultQuery query, int detection) =>
        query.Matches(_timestamps[detection], Ends[detection], _confidences[detection]);

    /// <summary>The index as it is stored.</summary>
    public byte[] Pack()
    {
        var plain = new byte[MaxSizeOf(Count)];
        (plain[0], plain[1]) = (Layout, _ends is null ? (byte)0 : (byte)1);
        var writer = new VarintWriter(plain, start: 2);
        writer.Write(JsonBytes);
        writer.WriteDifferences(_timestamps);
        for (var i = 0; _ends is not null && i < Count; i++)
        {
            writer.Write(_ends[i] - _timestamps[i]);
        }

        var size = writer.Position;
        foreach (var confidence in _confidences)
        {
            var bits = BitConverter.SingleToUInt32Bits(confidence);
            for (var place = 0; place < sizeof(float); place++)
            {
                plain[size + (place * Count)] = (byte)(bits >> (8 * (sizeof(float) - 1 - place)));
            }

            size++;
        }

        return Brotli.Compress(plain.AsSpan(0, size + ((sizeof(float) - 1) * Count)), Quality);
    }

    /// <summary>Reads the index of a stored chunk.</summary>
    /// <exception cref="InvalidDataException">The index cannot be read.</exception>
    public static ChunkIndex Read(ChunkHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        var plain = ArrayPool<byte>.Shared.Rent(MaxSizeOf(head.Count));
        try
        {
            return BrotliDecoder.TryDecompress(head.Index.Span, plain, out var size) && size >= 2 && plain[0] == Layout
                ? Read(plain.AsSpan(0, size), head.Count)
                : throw new InvalidDataException($"The index of chunk {head.Sequence} cannot be read.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
    }

    private static ChunkIndex Read(ReadOnlySpan<byte> plain, int count)
    {
        var reader = new VarintReader(plain[2..]);
        var jsonBytes = checked((int)reader.Read());
        var timestamps = new long[count];
        reader.ReadDifferences(timestamps);
        var ends = plain[1] == 0 ? null : new long[count];
        for (var i = 0; ends is not null && i < count; i++)
        {
            ends[i] = timestamps[i] + reader.Read();
        }

        var planes = reader.Rest;
        var confidences = new float[count];
        for (var i = 0; i < count; i++)
        {
            confidences[i] = BitConverter.UInt32BitsToSingle(
                ((uint)planes[i] << 24)
                    | ((uint)planes[count + i] << 16) | ((uint)planes[(2 * count) + i] << 8) | planes[(3 * count) + i]);
        }

        return new(jsonBytes, timestamps, ends, confidences);
    }

    private static int MaxSizeOf(int count) => MaxPrefix + (count * ((2 * MaxVarint) + sizeof(float)));
}
