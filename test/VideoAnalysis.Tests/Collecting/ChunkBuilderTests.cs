using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Collecting;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;

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
        Assert.All(chunks, chunk => Assert.InRange(JsonBytesOf(chunk), ChunkBuilder.MaxBytes, ChunkBuilder.MaxBytes + 5_000));
        Assert.All(chunks, chunk => Assert.InRange(chunk.Data.Length, 1, 200_000));
    }

    [Fact]
    public void What_goes_in_comes_out()
    {
        var faces = Some.Faces(100);
        using var builder = new ChunkBuilder(Faces);
        foreach (var face in faces)
        {
            builder.Add(face);
        }

        var chunk = builder.Close(7);

        Assert.Equal((7, 0, 99 * 500, 100), (chunk.Sequence, chunk.From, chunk.To, chunk.Count));
        Assert.Equal(faces.Select(ToText), ChunkReader.Read(Faces, chunk).Select(each => ToText(each.Detection)));
    }

    private static int JsonBytesOf(DetectionChunk chunk) => ChunkReader.Read(Faces, chunk).Sum(each => each.Bytes + 1);

    private static string ToText(Detection detection) =>
        System.Text.Json.JsonSerializer.Serialize(detection, Faces.DetectionJson);
}
