using System.IO.Compression;
using System.Text.Json;
using VideoAnalysis.Analyses;

namespace VideoAnalysis.Results;

/// <summary>Unpacks a stored chunk.</summary>
internal static class ChunkReader
{
    /// <summary>The chunk's detections, each with the number of bytes that its JSON takes.</summary>
    public static IReadOnlyList<(Detection Detection, int Bytes)> Read(Analysis analysis, DetectionChunk chunk)
    {
        var json = Decompress(chunk.Data);
        var reader = new Utf8JsonReader(json);
        var detections = new List<(Detection, int)>(chunk.Count);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var start = reader.TokenStartIndex;
            var detection = JsonSerializer.Deserialize(ref reader, analysis.DetectionJson) as Detection
                ?? throw new JsonException($"Chunk {chunk.Sequence} holds a detection that is null.");
            detections.Add((detection, (int)(reader.BytesConsumed - start)));
        }

        return detections;
    }

    private static ReadOnlySpan<byte> Decompress(ReadOnlyMemory<byte> data)
    {
        using var gzip = new GZipStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
        using var json = new MemoryStream();
        gzip.CopyTo(json);
        return json.GetBuffer().AsSpan(0, (int)json.Length);
    }
}
