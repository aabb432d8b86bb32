using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using VideoAnalysis.Backfilling;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.S3;

/// <summary>Lists the bucket.</summary>
internal sealed class S3Catalog(IAmazonS3 client, string bucket) : IVideoCatalog
{
    public async Task<IReadOnlyList<Upload>> ListAsync(
        string prefix, string? startAfter, CancellationToken cancellationToken)
    {
        // As form values, for XML cannot carry every key. The SDK leaves it to the caller to decode them.
        var request = new ListObjectsV2Request
        {
            BucketName = bucket,
            Prefix = prefix,
            StartAfter = startAfter,
            Encoding = EncodingType.Url,
        };
        var page = await client.ListObjectsV2Async(request, cancellationToken);
        return [.. (page.S3Objects ?? []).Select(found => new Upload
        {
            Video = new(bucket, WebUtility.UrlDecode(found.Key)),
            ETag = found.ETag?.Trim('"'),
            EventTime = found.LastModified is { } time ? new(time.ToUniversalTime()) : DateTimeOffset.UnixEpoch,
            Size = found.Size,
        })];
    }
}
