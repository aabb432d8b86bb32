using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.S3;

/// <summary>Looks into the bucket.</summary>
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

    public async Task<Upload?> FindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var head = await client.GetObjectMetadataAsync(new() { BucketName = bucket, Key = key }, cancellationToken);
            return new()
            {
                Video = new(bucket, key),
                VersionId = head.VersionId,
                ETag = head.ETag?.Trim('"'),
                EventTime = head.LastModified is { } time ? new(time.ToUniversalTime()) : DateTimeOffset.UnixEpoch,
                Size = head.ContentLength,
            };
        }
        catch (AmazonS3Exception exception)
            when (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            // S3 forbids instead of not finding for those who may not list the bucket.
            return null;
        }
    }
}
