using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Collecting;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Stores;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Tests.Collecting;

public sealed class ChunkBuilderTests
{
    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);

    [Fact]
    public void A_chunk_closes_at_1000_detections()
    {
        using var builder = new ChunkBuilder(Faces);
        for (var i = 0; i < 999; i++)
        {
            builder.Add(Some.Face(500));
        }

        Assert.False(builder.IsFull);
        builder.Add(Some.Face(500));
        Assert.True(builder.IsFull);
    }

    [Fact]
    public void A_chunk_of_large_detections_closes_at_256_KB_of_json_and_takes_far_less_than_an_item_may_have()
    {
        using var builder = new ChunkBuilder(Faces);
        var chunks = new List<DetectionChunk>();
        foreach (var (face, other) in Some.Faces(3_000).Zip(Some.Faces(3_000, seed: 2)))
        {
            builder.Add(face with { Landmarks = [.. face.Landmarks!, .. other.Landmarks!] });
            if (builder.IsFull)
            {
                chunks.Add(builder.Close(chunks.Count));
            }
        }

        Assert.True(chunks.Count > 3, $"{chunks.Count} chunks: bytes, not the count, should have closed them.");
        Assert.All(chunks, chunk => Assert.InRange(
            ChunkIndex.Read(chunk.Head).JsonBytes, ChunkBuilder.MaxBytes, ChunkBuilder.MaxBytes + 5_000));
        Assert.All(chunks, chunk => Assert.InRange(chunk.Body.Length, 1, 200_000));
    }

    [Fact]
    public void A_chunk_says_from_when_to_when_it_reaches()
    {
        var chunk = Packed.Chunk(Faces, 7, Some.Faces(100));

        Assert.Equal((7, 0, 99 * 500, 100), (chunk.Head.Sequence, chunk.Head.From, chunk.Head.To, chunk.Head.Count));
    }

    [Fact]
    public void A_chunk_of_an_analysis_without_order_may_hold_anything()
    {
        var chunk = Packed.Chunk(new WeatherAnalysis(), 7, [Some.Span(500, 900), Some.Span(100, 200)]);

        Assert.Equal((0, long.MaxValue), (chunk.Head.From, chunk.Head.To));
    }

    [Fact]
    public void What_breaks_the_promise_of_an_order_is_refused()
    {
        Refuses([Some.Face(500), Some.Face(0)], "faces", "at 0 ms", nameof(Analysis.IsInOrderOfTime));
        Refuses([Some.Face(500) with { EndTimestamp = 501 }], "faces", "at 500 ms", nameof(Analysis.IsInOrderOfTime));
        Refuses([Some.Face(500) with { EndTimestamp = 499 }], "faces", "ends at 499 ms");

        static void Refuses(IEnumerable<Detection> detections, params IEnumerable<string> words)
        {
            var error = Assert.Throws<InvalidOperationException>(() => Packed.Chunk(Faces, 0, detections));
            Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
        }
    }
}
