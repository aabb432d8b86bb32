using VideoAnalysis.LocalAws.S3.Checksums;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>A multipart upload.</summary>
/// <param name="Id">Its id, opaque to clients.</param>
/// <param name="Bucket">The bucket of the object to be.</param>
/// <param name="Key">The key of the object to be.</param>
/// <param name="Initiated">When it was begun.</param>
internal sealed record MultipartUpload(string Id, string Bucket, string Key, DateTimeOffset Initiated)
{
    /// <summary>The headers of the object to be.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The additional checksum that the object is to have; null for none.</summary>
    public ChecksumAlgorithm? Algorithm { get; init; }

    /// <summary>Whether that checksum is over the object's bytes; else it is over the parts' checksums.</summary>
    public bool IsFullObject { get; init; }

    /// <summary>What its completion answered; null while it is open.</summary>
    public CompletedUpload? Completed { get; init; }
}
