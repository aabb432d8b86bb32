namespace VideoAnalysis.Videos;

/// <summary>The videos that lie in the bucket.</summary>
public interface IVideoCatalog
{
    /// <summary>A page of the bucket's objects, in the order of their keys.</summary>
    /// <param name="prefix">Only keys that begin so; empty for all.</param>
    /// <param name="startAfter">Only keys after this one; null from the beginning.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>At most 1,000 uploads (S3's page), without sequencers; empty at the end.</returns>
    Task<IReadOnlyList<Upload>> ListAsync(string prefix, string? startAfter, CancellationToken cancellationToken);

    /// <summary>The object of that key.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The upload, without a sequencer; null when the bucket has no such object.</returns>
    Task<Upload?> FindAsync(string key, CancellationToken cancellationToken);
}
