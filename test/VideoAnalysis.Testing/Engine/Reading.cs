using VideoAnalysis.Results;

namespace VideoAnalysis.Testing.Engine;

/// <summary>Reads results as the API does: finds the video, then reads of it.</summary>
public static class Reading
{
    /// <summary>Reads a video and a page of its detections; null when no video of that key is known.</summary>
    public static async Task<VideoResult?> ReadAsync(
        this ResultReader reader, string key, DetectionQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return await reader.FindAsync(key, cancellationToken) is { } video
            ? await reader.ReadAsync(video, query, cancellationToken)
            : null;
    }
}
