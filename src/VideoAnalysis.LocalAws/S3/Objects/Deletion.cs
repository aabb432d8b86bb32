using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>An object to be deleted.</summary>
/// <param name="Key">Its key.</param>
/// <param name="VersionId">The version to delete; null for the current one. Here each object has one, "null".</param>
/// <param name="ETag">The entity tag that the object must have, "*" for any; null asks for nothing.</param>
internal sealed record Deletion(string Key, string? VersionId, string? ETag)
{
    /// <summary>Holds the object that is there against this.</summary>
    /// <returns>Why it is not deleted; null if it may be.</returns>
    public S3Exception? RefusalFor(StoredObject? existing)
    {
        if (VersionId is not (null or "null"))
        {
            return S3Errors.NoSuchVersion(VersionId);
        }

        return (ETag, existing) switch
        {
            (null, _) => null,
            (_, null) => S3Errors.NoSuchKey(Key),
            _ => ETag == "*" || ETag.Trim().Trim('"') == existing.ETag ? null : S3Errors.PreconditionFailed("If-Match"),
        };
    }
}
