using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Catalog;

/// <summary>What every operation ignores without harm. The documentation publishes both lists.</summary>
internal static class S3Ignored
{
    private const string NoSignature = "signatures are not checked";

    /// <summary>The headers.</summary>
    public static IReadOnlyList<IgnoredName> Headers { get; } =
    [
        new("x-amz-date", [], NoSignature),
        new("x-amz-security-token", [], NoSignature),
        new("x-amz-content-sha256", [], "it is checked wherever a body is used"),
        new("x-amz-api-version", ["2006-03-01"], "there is no other version of S3's protocol"),
        new("x-amz-user-agent", [], "it names the client"),
        new("x-amz-sdk-checksum-algorithm", [], "it announces a checksum, which is checked itself"),
        new("x-amz-request-payer", [], "nobody pays here"),
        new("x-amz-acl", ["private", "bucket-owner-full-control"], "everything has one owner"),
        new("x-amz-object-ownership", ["BucketOwnerEnforced"], "everything has one owner"),
        new("x-amz-storage-class", ["STANDARD"], "there is no other class"),
        new("x-amz-server-side-encryption", ["AES256"], "S3 does this by default, and clients see nothing of it"),
        new("x-amz-server-side-encryption-bucket-key-enabled", ["false"], "there are no keys"),
        new("x-amz-bucket-object-lock-enabled", ["false"], "nothing is locked"),
        new("x-amz-tagging", [""], "there are no tags"),
        new("x-amz-tagging-directive", ["COPY", "REPLACE"], "there are no tags"),
        new("x-amz-optional-object-attributes", ["RestoreStatus"], "nothing is archived"),
    ];

    /// <summary>The query parameters.</summary>
    public static IReadOnlyList<IgnoredName> Parameters { get; } =
    [
        new("X-Amz-Algorithm", [], NoSignature),
        new("X-Amz-Credential", [], NoSignature),
        new("X-Amz-Date", [], NoSignature),
        new("X-Amz-Expires", [], "presigned addresses do not expire"),
        new("X-Amz-SignedHeaders", [], NoSignature),
        new("X-Amz-Signature", [], NoSignature),
        new("X-Amz-Security-Token", [], NoSignature),
        new("AWSAccessKeyId", [], NoSignature),
        new("Signature", [], NoSignature),
        new("Expires", [], "presigned addresses do not expire"),
        new(ChecksumHeaders.Prefix, [], "S3 ignores checksums that stand in a presigned address"),
        new("x-id", [], "it repeats the operation's name"),
    ];
}
