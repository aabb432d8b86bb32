using VideoAnalysis.LocalAws.S3.Checksums;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>An object of a bucket.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">The object's key, decoded.</param>
/// <param name="File">The opaque name of its file.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="ETag">S3's entity tag, without quotes.</param>
/// <param name="LastModified">When it was stored.</param>
internal sealed record StoredObject(
    string Bucket, string Key, string File, long Size, string ETag, DateTimeOffset LastModified)
{
    /// <summary>The headers to give back with it: content type and the like, and its own metadata.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Its additional checksum, if it was stored with one.</summary>
    public ObjectChecksum? Checksum { get; init; }

    /// <summary>The sizes of its parts in order; empty if it was not uploaded in parts.</summary>
    public IReadOnlyList<long> Parts { get; init; } = [];
}
