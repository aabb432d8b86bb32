using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using VideoAnalysis.Functions.Http;

namespace VideoAnalysis.Functions.Media;

/// <summary>
/// The bucket of the videos. It stays private: whoever may use the API gets addresses that are signed with the
/// function's own, narrow rights, and that end soon.
/// </summary>
/// <param name="client">The client. Browsers must be able to reach its endpoint: they are sent there.</param>
/// <param name="bucket">The bucket's name.</param>
/// <param name="time">The clock.</param>
public sealed class VideoBucket(IAmazonS3 client, string bucket, TimeProvider time)
{
    /// <summary>How long a video can be played from one address.</summary>
    private static readonly TimeSpan PlaybackLifetime = TimeSpan.FromMinutes(15);

    /// <summary>How long a part can be uploaded to one address.</summary>
    private static readonly TimeSpan PartLifetime = TimeSpan.FromHours(1);

    /// <summary>An address to play the video from.</summary>
    /// <returns>Null when there is no such object.</returns>
    internal async Task<Playback?> FindAsync(string key, CancellationToken cancellationToken)
    {
        GetObjectMetadataResponse head;
        try
        {
            head = await client.GetObjectMetadataAsync(new() { BucketName = bucket, Key = key }, cancellationToken);
        }
        catch (AmazonS3Exception exception)
            when (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            // S3 forbids instead of not finding for those who may not list the bucket, and this function may not.
            return null;
        }

        var expiresAt = time.GetUtcNow() + PlaybackLifetime;
        var request = Signed(HttpVerb.GET, key, expiresAt);

        // Whatever type an uploader gave the object: a browser must take it for a video, and never for a page.
        request.ResponseHeaderOverrides.ContentType = "video/mp4";
        return new(key, await client.GetPreSignedURLAsync(request), Rfc3339.Text(expiresAt))
        {
            Size = head.ContentLength,
            ETag = head.ETag?.Trim('"'),
        };
    }

    /// <summary>Begins a multipart upload.</summary>
    /// <returns>Its id.</returns>
    internal async Task<string> BeginUploadAsync(string key, CancellationToken cancellationToken)
    {
        var begun = await client.InitiateMultipartUploadAsync(
            new() { BucketName = bucket, Key = key, ContentType = ContentTypeOf(key) }, cancellationToken);
        return begun.UploadId;
    }

    /// <summary>Addresses to PUT parts to.</summary>
    internal async Task<UploadParts> SignPartsAsync(string key, string uploadId, IEnumerable<int> partNumbers)
    {
        var expiresAt = time.GetUtcNow() + PartLifetime;
        var parts = new List<UploadPart>();
        foreach (var number in partNumbers)
        {
            var request = Signed(HttpVerb.PUT, key, expiresAt);
            (request.UploadId, request.PartNumber) = (uploadId, number);
            parts.Add(new(number, await client.GetPreSignedURLAsync(request)));
        }

        return new(parts, Rfc3339.Text(expiresAt));
    }

    /// <summary>Makes the object of its parts.</summary>
    /// <returns>The object's entity tag, without quotes.</returns>
    internal async Task<string> CompleteUploadAsync(
        string key, string uploadId, IEnumerable<PartETag> parts, CancellationToken cancellationToken)
    {
        var completed = await client.CompleteMultipartUploadAsync(
            new() { BucketName = bucket, Key = key, UploadId = uploadId, PartETags = [.. parts] }, cancellationToken);
        return completed.ETag.Trim('"');
    }

    /// <summary>Throws away what was uploaded of it. An upload that is not there is fine.</summary>
    internal async Task AbortUploadAsync(string key, string uploadId, CancellationToken cancellationToken)
    {
        try
        {
            await client.AbortMultipartUploadAsync(
                new() { BucketName = bucket, Key = key, UploadId = uploadId }, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            // Somebody was faster; the outcome is what was asked for.
        }
    }

    private GetPreSignedUrlRequest Signed(HttpVerb verb, string key, DateTimeOffset expiresAt) => new()
    {
        BucketName = bucket,
        Key = key,
        Verb = verb,
        Expires = expiresAt.UtcDateTime,

        // The SDK signs for https unless it is told otherwise, and a local endpoint may have none.
        Protocol = client.Config.ServiceURL?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) == true
            ? Protocol.HTTP
            : Protocol.HTTPS,
    };

    private static string ContentTypeOf(string key) =>
        key.EndsWith(".mov", StringComparison.OrdinalIgnoreCase) ? "video/quicktime" : "video/mp4";
}
