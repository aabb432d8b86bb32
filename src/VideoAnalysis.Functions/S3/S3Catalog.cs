using Amazon.S3;
using VideoAnalysis.Backfilling;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.S3;

/// <summary>Lists the bucket.</summary>
internal sealed class S3Catalog(IAmazonS3 client, string bucket) : IVideoCatalog
{
    public async Task<IReadOnlyList<Upload>> ListAsync(
        string prefix, string? startAfter, CancellationToken cancellationToken)
    {
        var page = await client.ListObjectsV2Async(
            new() { BucketName = bucket, Prefix = prefix, StartAfter = startAfter }, cancellationToken);
        return [.. (page.S3Objects ?? []).Select(found => new Upload
        {
            Video = new(bucket, found.Key),
            ETag = found.ETag?.Trim('"'),
            EventTime = found.LastModified is { } time ? new(time.ToUniversalTime()) : DateTimeOffset.UnixEpoch,
            Size = found.Size,
        })];
    }
}
