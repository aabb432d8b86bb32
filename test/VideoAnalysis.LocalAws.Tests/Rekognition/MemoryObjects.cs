using System.Collections.Concurrent;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

/// <summary>Objects that exist by name only: the engine of these tests opens nothing.</summary>
internal sealed class MemoryObjects : IJobObjects
{
    public ConcurrentDictionary<string, JobObject> Stored { get; } = new(StringComparer.Ordinal)
    {
        ["videos/film.mp4"] = new("abc", 1000),
        ["videos/another.mp4"] = new("def", 1000),
        ["videos/third.mp4"] = new("ghi", 1000),
    };

    public Task<JobObject?> FindAsync(S3ObjectName source, CancellationToken cancellationToken) =>
        Task.FromResult(Stored.GetValueOrDefault($"{source.Bucket}/{source.Name}"));

    public Task<IJobFile?> OpenAsync(S3ObjectName source, string etag, CancellationToken cancellationToken) =>
        Task.FromResult<IJobFile?>(
            Stored.TryGetValue($"{source.Bucket}/{source.Name}", out var found) && found.ETag == etag ? new File() : null);

    private sealed class File : IJobFile
    {
        public string Path => "";

        public void Dispose()
        {
        }
    }
}
