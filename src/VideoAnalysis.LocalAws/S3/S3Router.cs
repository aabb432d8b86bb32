using System.Collections.Frozen;
using VideoAnalysis.LocalAws.S3.Catalog;
using VideoAnalysis.LocalAws.S3.Listing;
using VideoAnalysis.LocalAws.S3.Operations;
using VideoAnalysis.LocalAws.S3.Protocol;
using VideoAnalysis.LocalAws.S3.Uploads;

namespace VideoAnalysis.LocalAws.S3;

/// <summary>Finds what answers a request: the operations are those of <see cref="S3Catalog"/>.</summary>
internal sealed class S3Router(
    BucketOperations buckets,
    ListOperations lists,
    ReadOperations reads,
    WriteOperations writes,
    DeleteOperations deletes,
    UploadOperations uploads,
    CompletionOperations completions,
    UploadLists uploadLists)
{
    private readonly FrozenDictionary<string, Func<S3Call, Task>> _operations =
        new Dictionary<string, Func<S3Call, Task>>
    {
        ["ListBuckets"] = buckets.ListAsync,
        ["CreateBucket"] = buckets.CreateAsync,
        ["HeadBucket"] = buckets.HeadAsync,
        ["DeleteBucket"] = buckets.DeleteAsync,
        ["GetBucketLocation"] = buckets.LocationAsync,
        ["GetBucketVersioning"] = buckets.VersioningAsync,
        ["ListObjects"] = lists.ListV1Async,
        ["ListObjectsV2"] = lists.ListV2Async,
        ["ListMultipartUploads"] = uploadLists.UploadsAsync,
        ["ListParts"] = uploadLists.PartsAsync,
        ["GetObject"] = reads.GetAsync,
        ["HeadObject"] = reads.HeadAsync,
        ["GetObjectTagging"] = reads.TaggingAsync,
        ["PutObject"] = writes.PutAsync,
        ["CopyObject"] = writes.CopyAsync,
        ["DeleteObject"] = deletes.DeleteAsync,
        ["DeleteObjects"] = deletes.DeleteManyAsync,
        ["CreateMultipartUpload"] = uploads.CreateAsync,
        ["UploadPart"] = uploads.PutPartAsync,
        ["UploadPartCopy"] = uploads.CopyPartAsync,
        ["AbortMultipartUpload"] = uploads.AbortAsync,
        ["CompleteMultipartUpload"] = completions.CompleteAsync,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Finds the operation.</summary>
    /// <exception cref="S3Exception">No operation fits, or a part of the request is not provided.</exception>
    public Func<S3Call, Task> Find(S3Call call) => _operations[RequestCheck.Find(call).Name];
}
