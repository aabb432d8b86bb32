using BenchmarkDotNet.Attributes;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Collecting;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Benchmarks;

/// <summary>What it takes to pack a page of 1,000 faces, as Rekognition returns it, and to unpack it for a reader.</summary>
[MemoryDiagnoser]
public class ChunkBenchmarks
{
    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);
    private readonly IReadOnlyList<FaceDetection> _page = Some.Faces(1_000);
    private DetectionChunk _chunk = null!;

    [GlobalSetup]
    public void Setup() => _chunk = Pack();

    /// <summary>The baseline: the same JSON, not compressed.</summary>
    [Benchmark(Baseline = true)]
    public int Serialize()
    {
        var bytes = 0;
        foreach (var face in _page)
        {
            bytes += System.Text.Json.JsonSerializer.SerializeToUtf8Bytes((Detection)face, Faces.DetectionJson).Length;
        }

        return bytes;
    }

    [Benchmark]
    public DetectionChunk Pack()
    {
        using var builder = new ChunkBuilder(Faces);
        foreach (var face in _page)
        {
            builder.Add(face);
            if (builder.IsFull)
            {
                break;
            }
        }

        return builder.Close(0);
    }

    [Benchmark]
    public int Unpack() => ChunkReader.Read(Faces, _chunk).Count;
}
