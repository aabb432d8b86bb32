using VideoAnalysis.Videos;

namespace VideoAnalysis.Testing.Engine;

/// <summary>A bucket's list.</summary>
public sealed class FakeCatalog : IVideoCatalog
{
    /// <summary>What lies in the bucket.</summary>
    public List<Upload> Uploads { get; } = [];

    /// <summary>Objects in a page of the list.</summary>
    public int PageSize { get; set; } = 1_000;

    public Task<Upload?> FindAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(Uploads.LastOrDefault(upload => upload.Video.Key == key));

    public Task<IReadOnlyList<Upload>> ListAsync(
        string prefix, string? startAfter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Upload>>([.. Uploads
            .Where(upload => upload.Video.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(upload => upload.Video.Key, StringComparer.Ordinal)
            .Where(upload => startAfter is null || string.CompareOrdinal(upload.Video.Key, startAfter) > 0)
            .Take(PageSize)]);
}
