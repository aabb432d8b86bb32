using System.Globalization;

namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>S3's errors, by its own names ("Error responses" in its API reference lists codes and statuses).</summary>
internal static class S3Errors
{
    public static S3Exception AccessDenied(string message) => new(403, "AccessDenied", message);

    public static S3Exception BadDigest(string what) =>
        new(400, "BadDigest", $"The {what} you specified did not match what we received.");

    public static S3Exception BucketAlreadyOwnedByYou(string bucket) =>
        new(409, "BucketAlreadyOwnedByYou",
            "Your previous request to create the named bucket succeeded and you already own it.")
        {
            Details = [("BucketName", bucket)],
        };

    public static S3Exception BucketNotEmpty(string bucket) =>
        new(409, "BucketNotEmpty", "The bucket you tried to delete is not empty.") { Details =
            [("BucketName", bucket)] };

    public static S3Exception IllegalLocation(string location, string region) =>
        new(
            400,
            "IllegalLocationConstraintException",
            $"The {location} location constraint is not possible: the local stack has one region, {region}.");

    public static S3Exception EntityTooLarge(long maximum) =>
        new(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed object size.")
        {
            Details = [("MaxSizeAllowed", maximum.ToString(CultureInfo.InvariantCulture))],
        };

    public static S3Exception EntityTooSmall(int part, long size, long minimum) =>
        new(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed object size.")
        {
            Details =
            [
                ("ProposedSize", size.ToString(CultureInfo.InvariantCulture)),
                ("MinSizeAllowed", minimum.ToString(CultureInfo.InvariantCulture)),
                ("PartNumber", part.ToString(CultureInfo.InvariantCulture)),
            ],
        };

    public static S3Exception IncompleteBody(string message) => new(400, "IncompleteBody", message);

    public static S3Exception InternalError() =>
        new(500, "InternalError",
            "We encountered an internal error. Please try again. The local stack's log has the details.");

    public static S3Exception InvalidArgument(string name, string? value, string message) =>
        new(400, "InvalidArgument", message) { Details = [("ArgumentName", name), ("ArgumentValue", value ?? "")] };

    public static S3Exception InvalidBucketName(string bucket) =>
        new(400, "InvalidBucketName", "The specified bucket is not valid.") { Details = [("BucketName", bucket)] };

    public static S3Exception InvalidDigest(string header) =>
        new(400, "InvalidDigest", $"The {header} you specified is not valid.");

    public static S3Exception InvalidPart(int part) =>
        new(
            400,
            "InvalidPart",
            "One or more of the specified parts could not be found. The part may not have been uploaded, or the " +
            "specified entity tag may not match the part's entity tag.")
        {
            Details = [("PartNumber", part.ToString(CultureInfo.InvariantCulture))],
        };

    public static S3Exception InvalidPartOrder() =>
        new(400, "InvalidPartOrder",
            "The list of parts was not in ascending order. Parts must be ordered by part number.");

    public static S3Exception InvalidRange(string range, long size) =>
        new(416, "InvalidRange", "The requested range is not satisfiable")
        {
            Details =
            [
                ("RangeRequested", range),
                ("ActualObjectSize", size.ToString(CultureInfo.InvariantCulture)),
            ],
            Headers = [("Content-Range", $"bytes */{size}")],
        };

    public static S3Exception InvalidRequest(string message) => new(400, "InvalidRequest", message);

    public static S3Exception InvalidUri() => new(400, "InvalidURI", "Couldn't parse the specified URI.");

    public static S3Exception KeyTooLong(int bytes) =>
        new(400, "KeyTooLongError", "Your key is too long")
        {
            Details =
            [
                ("Size", bytes.ToString(CultureInfo.InvariantCulture)),
                ("MaxSizeAllowed", S3Limits.KeyBytes.ToString(CultureInfo.InvariantCulture)),
            ],
        };

    public static S3Exception MalformedTrailer(string message) => new(400, "MalformedTrailerError", message);

    public static S3Exception MalformedXml() =>
        new(400, "MalformedXML",
            "The XML you provided was not well-formed or did not validate against our published schema");

    public static S3Exception MetadataTooLarge() =>
        new(400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size")
        {
            Details = [("MaxSizeAllowed", S3Limits.MetadataBytes.ToString(CultureInfo.InvariantCulture))],
        };

    public static S3Exception MethodNotAllowed(string method) =>
        new(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
        {
            Details = [("Method", method)],
        };

    public static S3Exception MissingContentLength() =>
        new(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");

    public static S3Exception NoSuchBucket(string bucket) =>
        new(404, "NoSuchBucket", "The specified bucket does not exist") { Details = [("BucketName", bucket)] };

    public static S3Exception NoSuchKey(string key) =>
        new(404, "NoSuchKey", "The specified key does not exist.") { Details = [("Key", key)] };

    public static S3Exception NoSuchUpload(string? uploadId) =>
        new(
            404,
            "NoSuchUpload",
            "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted " +
            "or completed.")
        {
            Details = [("UploadId", uploadId ?? "")],
        };

    public static S3Exception NoSuchVersion(string version) =>
        new(404, "NoSuchVersion",
            "The specified version does not exist. The local stack keeps one version of an object.")
        {
            Details = [("VersionId", version)],
        };

    public static S3Exception NotImplemented(string what) =>
        new(501, "NotImplemented", $"The local stack does not provide what this request implies: {what}.");

    public static S3Exception PreconditionFailed(string condition) =>
        new(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold")
        {
            Details = [("Condition", condition)],
        };

    public static S3Exception Sha256Mismatch() =>
        new(400, "XAmzContentSHA256Mismatch",
            "The provided 'x-amz-content-sha256' header does not match what was computed.");

    /// <summary>S3's way of asking for fewer requests at a time. SDKs try again.</summary>
    public static S3Exception SlowDown() =>
        new(503, "SlowDown",
            "The local stack has as many files open as it may. Please try again with fewer requests at a time.")
        {
            Headers = [("Retry-After", "1")],
        };

    /// <summary>Not one of S3's, whose disks do not fill up. Not a 500 either: SDKs would send it all again.</summary>
    public static S3Exception StorageFull() =>
        new(507, "InsufficientStorage", "The disk that holds the local stack's data folder is full. Delete objects " +
            "or results, or free space on the disk.");
}
