using VideoAnalysis.Analyses;
using VideoAnalysis.Collecting;
using VideoAnalysis.Results;

namespace VideoAnalysis.Testing.Stores;

/// <summary>Detections packed as the collector packs them.</summary>
public static class Packed
{
    /// <summary>A chunk of these detections, however many they are.</summary>
    public static DetectionChunk Chunk(Analysis analysis, int sequence, IEnumerable<Detection> detections)
    {
        ArgumentNullException.ThrowIfNull(detections);
        using var builder = new ChunkBuilder(analysis);
        foreach (var detection in detections)
        {
            builder.Add(detection);
        }

        return builder.Close(sequence);
    }
}
