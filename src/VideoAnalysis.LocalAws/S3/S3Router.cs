using VideoAnalysis.LocalAws.S3.Listing;
using VideoAnalysis.LocalAws.S3.Operations;
using VideoAnalysis.LocalAws.S3.Protocol;
using VideoAnalysis.LocalAws.S3.Uploads;

namespace VideoAnalysis.LocalAws.S3;

/// <summary>Finds the operation that a request means: by its address, its method, and the part of the query that counts.</summary>
internal sealed class S3Router(
    BucketOperations buckets,
    ListOperations lists,
    ReadOperations reads,
    WriteOperations writes,
    FormOperations forms,
    UploadOperations uploads,
    CompletionOperations completions,
    UploadLists uploadLists)
{
    /// <summary>The parameters that make another operation of a request; the first one there decides.</summary>
    private static readonly string[] Provided = ["uploadId", "uploads", "delete", "location", "versioning", "tagging"];

    /// <summary>The same, of operations that are not provided.</summary>
    private static readonly string[] NotProvided =
    [
        "accelerate", "acl", "analytics", "attributes", "cors", "encryption", "intelligent-tiering", "inventory",
        "legal-hold", "lifecycle", "logging", "metrics", "notification", "object-lock", "ownershipControls", "policy",
        "policyStatus", "publicAccessBlock", "replication", "requestPayment", "restore", "retention", "select",
        "torrent", "versions", "website",
    ];

    /// <summary>Finds the operation.</summary>
    /// <exception cref="S3Exception">There is none.</exception>
    public Func<S3Call, Task> Find(S3Call call)
    {
        if (Array.Find(NotProvided, call.Request.Query.ContainsKey) is { } missing)
        {
            throw S3Errors.NotImplemented($"the operation that ?{missing} asks for");
        }

        var subresource = Array.Find(Provided, call.Request.Query.ContainsKey);
        var method = call.Request.Method;
        Func<S3Call, Task>? found = call.Address switch
        {
            { Bucket: null } => method == "GET" ? buckets.ListAsync : null,
            { Key: null } => OfBucket(method, subresource),
            _ => OfObject(method, subresource),
        };
        return found ?? throw S3Errors.MethodNotAllowed(method);
    }

    private Func<S3Call, Task>? OfBucket(string method, string? subresource) => (method, subresource) switch
    {
        ("GET", null) => lists.ListAsync,
        ("GET", "location") => buckets.LocationAsync,
        ("GET", "versioning") => buckets.VersioningAsync,
        ("GET", "uploads") => uploadLists.UploadsAsync,
        ("HEAD", null) => buckets.HeadAsync,
        ("PUT", null) => buckets.CreateAsync,
        ("DELETE", null) => buckets.DeleteAsync,
        ("POST", "delete") => writes.DeleteManyAsync,
        ("POST", null) => forms.PostAsync,
        _ => null,
    };

    private Func<S3Call, Task>? OfObject(string method, string? subresource) => (method, subresource) switch
    {
        ("GET", null) => reads.GetAsync,
        ("GET", "tagging") => reads.TaggingAsync,
        ("GET", "uploadId") => uploadLists.PartsAsync,
        ("HEAD", null) => reads.HeadAsync,
        ("PUT", null) => writes.PutAsync,
        ("PUT", "uploadId") => uploads.PutPartAsync,
        ("POST", "uploads") => uploads.CreateAsync,
        ("POST", "uploadId") => completions.CompleteAsync,
        ("DELETE", null) => writes.DeleteAsync,
        ("DELETE", "uploadId") => uploads.AbortAsync,
        _ => null,
    };
}
