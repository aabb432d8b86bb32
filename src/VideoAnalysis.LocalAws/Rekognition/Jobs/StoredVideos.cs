using VideoAnalysis.LocalAws.Rekognition.Protocol;
using VideoAnalysis.LocalAws.S3.Objects;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>Rekognition's view of the local S3.</summary>
internal sealed class StoredVideos(IObjectStore objects) : IJobObjects
{
    /// <inheritdoc/>
    public async Task<JobObject?> FindAsync(S3ObjectName source, CancellationToken cancellationToken)
    {
        using var lease = await LeaseAsync(source, cancellationToken);
        return lease is null ? null : new(lease.ETag, lease.Size);
    }

    /// <inheritdoc/>
    public async Task<IJobFile?> OpenAsync(S3ObjectName source, string etag, CancellationToken cancellationToken)
    {
        var lease = await LeaseAsync(source, cancellationToken);
        if (lease is null || lease.ETag == etag)
        {
            return lease is null ? null : new LeasedFile(lease);
        }

        lease.Dispose();
        return null;
    }

    private Task<ObjectLease?> LeaseAsync(S3ObjectName source, CancellationToken cancellationToken) =>
        objects.TryGetFileAsync(source.Bucket!, source.Name!, source.Version, cancellationToken);

    private sealed class LeasedFile(ObjectLease lease) : IJobFile
    {
        public string Path => lease.Path;

        public void Dispose() => lease.Dispose();
    }
}
