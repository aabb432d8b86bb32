using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Collecting;
using VideoAnalysis.Results;

namespace VideoAnalysis.Benchmarks;

/// <summary>
/// What it takes to pack a chunk, and to unpack it to JSON, for each detection. The baseline reads the same bytes of
/// JSON, not compressed, token by token.
/// </summary>
[MemoryDiagnoser]
public class ChunkBenchmarks
{
    /// <summary>Fewer than make 256 KB of JSON.</summary>
    private const int Count = 400;

    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);
    private readonly FaceDetection[] _faces = [.. SampleFaces.Of(Count)];
    private readonly ArrayBufferWriter<byte> _output = new();
    private DetectionChunk _chunk = null!;
    private byte[] _json = null!;

    [GlobalSetup]
    public void Setup()
    {
        _chunk = Pack();
        Unpack();
        _json = _output.WrittenSpan.ToArray();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int ReadJson()
    {
        var reader = new Utf8JsonReader(_json);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    /// <summary>As a page of JSON is written: the index says which, and their lines are copied.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Unpack()
    {
        _output.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_output, JsonLines.WriterOptions);
        var index = ChunkIndex.Read(_chunk.Head);
        using var lines = new ChunkLines(_chunk.Body.Span, index.JsonBytes);
        json.WriteStartArray();
        for (var i = 0; i < index.Count; i++)
        {
            json.WriteRawValue(lines.Read(i), skipInputValidation: true);
        }

        json.WriteEndArray();
        json.Flush();
        return _output.WrittenCount;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public DetectionChunk Pack()
    {
        using var builder = new ChunkBuilder(Faces);
        foreach (var face in _faces)
        {
            builder.Add(face);
        }

        return builder.Close(0);
    }
}
