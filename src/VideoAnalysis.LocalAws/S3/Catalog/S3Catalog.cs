using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Catalog;

/// <summary>
/// The operations that the local stack provides, with everything that they use of a request. What stands neither here
/// nor in <see cref="S3Ignored"/> is refused, so that no operation is ever taken for another one.
/// </summary>
internal static class S3Catalog
{
    private const string CopySource = "x-amz-copy-source";

    private static readonly string[] Owner = ["x-amz-expected-bucket-owner"];

    private static readonly string[] Body =
    [
        "Content-Length", "Content-MD5", "x-amz-content-sha256", "x-amz-decoded-content-length", "x-amz-trailer",
        .. ChecksumAlgorithm.All.Select(algorithm => algorithm.Header),
    ];

    private static readonly string[] Stored =
    [
        "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Type", "Expires",
        "x-amz-meta-",
    ];

    private static readonly string[] Conditions = ["If-Match", "If-None-Match"];

    private static readonly string[] Source =
    [
        "x-amz-copy-source-if-match", "x-amz-copy-source-if-modified-since", "x-amz-copy-source-if-none-match",
        "x-amz-copy-source-if-unmodified-since", "x-amz-source-expected-bucket-owner",
    ];

    private static readonly string[] ReadHeaders =
    [
        .. Conditions, "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Range", ChecksumHeaders.Mode, .. Owner,
    ];

    private static readonly string[] ReadParameters =
    [
        "versionId", "partNumber", "response-cache-control", "response-content-disposition",
        "response-content-encoding",
        "response-content-language", "response-content-type", "response-expires",
    ];

    private static readonly string[] ListParameters = ["delimiter", "encoding-type", "max-keys", "prefix"];

    /// <summary>The operations. Of several that fit a request, the first is meant.</summary>
    public static IReadOnlyList<S3Operation> Operations { get; } =
    [
        new("ListBuckets", "GET", S3Scope.Service)
        {
            Parameters = ["bucket-region", "continuation-token", "max-buckets", "prefix"],
        },
        new("GetBucketLocation", "GET", S3Scope.Bucket) { Subresource = "location", Headers = Owner },
        new("GetBucketVersioning", "GET", S3Scope.Bucket) { Subresource = "versioning", Headers = Owner },
        new("ListMultipartUploads", "GET", S3Scope.Bucket)
        {
            Subresource = "uploads",
            Parameters = ["delimiter", "encoding-type", "key-marker", "max-uploads", "prefix", "upload-id-marker"],
            Headers = Owner,
        },
        new("ListObjectsV2", "GET", S3Scope.Bucket)
        {
            Subresource = "list-type",
            SubresourceValue = "2",
            Parameters = [.. ListParameters, "continuation-token", "fetch-owner", "start-after"],
            Headers = Owner,
        },
        new("ListObjects", "GET", S3Scope.Bucket) { Parameters = [.. ListParameters, "marker"], Headers = Owner },
        new("HeadBucket", "HEAD", S3Scope.Bucket) { Headers = Owner },
        new("CreateBucket", "PUT", S3Scope.Bucket) { Headers = Body },
        new("DeleteBucket", "DELETE", S3Scope.Bucket) { Headers = Owner },
        new("DeleteObjects", "POST", S3Scope.Bucket) { Subresource = "delete", Headers = [.. Body, .. Owner] },
        new("ListParts", "GET", S3Scope.Object)
        {
            Subresource = "uploadId",
            Parameters = ["max-parts", "part-number-marker"],
            Headers = Owner,
        },
        new("GetObjectTagging", "GET", S3Scope.Object) { Subresource = "tagging", Parameters = ["versionId"],
            Headers = Owner },
        new("GetObject", "GET", S3Scope.Object) { Parameters = ReadParameters, Headers = ReadHeaders },
        new("HeadObject", "HEAD", S3Scope.Object) { Parameters = ReadParameters, Headers = ReadHeaders },
        new("UploadPartCopy", "PUT", S3Scope.Object)
        {
            Subresource = "uploadId",
            SelectingHeader = CopySource,
            Parameters = ["partNumber"],
            Headers = [.. Source, "x-amz-copy-source-range", .. Owner],
        },
        new("UploadPart", "PUT", S3Scope.Object)
        {
            Subresource = "uploadId",
            Parameters = ["partNumber"],
            Headers = [.. Body, .. Owner],
        },
        new("CopyObject", "PUT", S3Scope.Object)
        {
            SelectingHeader = CopySource,
            Headers =
            [
                .. Source, .. Stored, .. Conditions, ChecksumHeaders.Algorithm, "x-amz-metadata-directive", .. Owner,
            ],
        },
        new("PutObject", "PUT", S3Scope.Object) { Headers = [.. Body, .. Stored, .. Conditions, .. Owner] },
        new("CreateMultipartUpload", "POST", S3Scope.Object)
        {
            Subresource = "uploads",
            Headers = [.. Stored, ChecksumHeaders.Algorithm, ChecksumHeaders.Type, .. Owner],
        },
        new("CompleteMultipartUpload", "POST", S3Scope.Object)
        {
            Subresource = "uploadId",
            Headers = [.. Body, .. Conditions, ChecksumHeaders.Type, "x-amz-mp-object-size", .. Owner],
        },
        new("AbortMultipartUpload", "DELETE", S3Scope.Object) { Subresource = "uploadId", Headers = Owner },
        new("DeleteObject", "DELETE", S3Scope.Object) { Parameters = ["versionId"], Headers = ["If-Match", .. Owner] },
    ];
}
