using System.Buffers;
using System.Text.Json;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Results;

/// <summary>Some of a job's appearances as they are stored, in the order in which they ended.</summary>
/// <param name="Sequence">The number of the chunk of detections that was filled when they ended.</param>
/// <param name="Size">How many bytes the JSON has.</param>
/// <param name="Body">The appearances as JSON Lines, in Brotli.</param>
public sealed record AppearanceChunk(int Sequence, int Size, ReadOnlyMemory<byte> Body)
{
    /// <summary>Packs appearances.</summary>
    internal static AppearanceChunk Of(int sequence, IReadOnlyList<Appearance> appearances)
    {
        var lines = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(lines, JsonLines.WriterOptions);
        foreach (var appearance in appearances)
        {
            JsonSerializer.Serialize(json, appearance, AppearanceJson.Default.Appearance);
            json.Flush();
            json.Reset();
            lines.Write("\n"u8);
        }

        return new(sequence, lines.WrittenCount, JsonLines.Pack(lines.WrittenSpan));
    }

    /// <summary>Unpacks the appearances.</summary>
    /// <exception cref="InvalidDataException">The chunk cannot be unpacked.</exception>
    internal IReadOnlyList<Appearance> Read()
    {
        var lines = JsonLines.Rent(Body.Span, Size);
        try
        {
            var appearances = new List<Appearance>();
            var rest = lines.AsSpan(0, Size);
            for (var end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
            {
                appearances.Add(JsonSerializer.Deserialize(rest[..end], AppearanceJson.Default.Appearance)
                    ?? throw new InvalidDataException("A stored appearance is null."));
                rest = rest[(end + 1)..];
            }

            return appearances;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(lines);
        }
    }
}
