using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Collecting;
using VideoAnalysis.Results;

namespace VideoAnalysis.Benchmarks;

/// <summary>The chunks of sample faces, one of which is surer than all others.</summary>
internal static class SampleChunks
{
    /// <summary>The confidence of that one.</summary>
    public const float RareConfidence = 100;

    public static IReadOnlyList<DetectionChunk> Of(int count)
    {
        using var builder = new ChunkBuilder(new FaceAnalysis(FaceAttributes.Default));
        var chunks = new List<DetectionChunk>();
        foreach (var (i, face) in SampleFaces.Of(count).Index())
        {
            builder.Add(
                face with { Confidence = i == count / 2 ? RareConfidence : Math.Min(face.Confidence!.Value, 99.99f) });
            if (builder.IsFull || i == count - 1)
            {
                chunks.Add(builder.Close(chunks.Count));
            }
        }

        return chunks;
    }
}
