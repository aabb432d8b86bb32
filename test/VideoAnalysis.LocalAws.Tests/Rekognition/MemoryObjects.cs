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

    /// <summary>What objects consist of, where a test says so, by bucket and key.</summary>
    public ConcurrentDictionary<string, string> Contents { get; } = new(StringComparer.Ordinal);

    public Task<JobObject?> FindAsync(S3ObjectName source, CancellationToken cancellationToken) =>
        Task.FromResult(Stored.GetValueOrDefault($"{source.Bucket}/{source.Name}"));

    public Task<IJobFile?> OpenAsync(S3ObjectName source, string etag, CancellationToken cancellationToken) =>
        Task.FromResult<IJobFile?>(
            Stored.TryGetValue($"{source.Bucket}/{source.Name}", out var found) && found.ETag == etag
                ? new MemoryFile(Contents.GetValueOrDefault($"{source.Bucket}/{source.Name}"))
                : null);

    private sealed class MemoryFile : IJobFile
    {
        public MemoryFile(string? contents)
        {
            if (contents is not null)
            {
                Path = System.IO.Path.GetTempFileName();
                File.WriteAllText(Path, contents);
            }
        }

        public string Path { get; } = "";

        public void Dispose()
        {
            if (Path.Length > 0)
            {
                File.Delete(Path);
            }
        }
    }
}
