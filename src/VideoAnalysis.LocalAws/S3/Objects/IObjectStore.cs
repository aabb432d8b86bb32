namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>The stored objects, for what runs in the same process.</summary>
internal interface IObjectStore
{
    /// <summary>Finds an object and keeps its file in place until the lease is disposed of.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="key">The object's key, decoded.</param>
    /// <param name="versionId">Buckets here are unversioned: other than null and "null" nothing is found.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The lease; null if there is no such object.</returns>
    Task<ObjectLease?> TryGetFileAsync(
        string bucket, string key, string? versionId = null, CancellationToken cancellationToken = default);
}
