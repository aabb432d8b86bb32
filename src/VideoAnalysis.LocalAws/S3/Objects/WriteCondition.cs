using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>What must hold of a key for an object to be stored under it.</summary>
/// <param name="MustNotExist">No object has the key (<c>If-None-Match: *</c>).</param>
/// <param name="MustHaveETag">An object has it, with this entity tag (<c>If-Match</c>); null asks for nothing.</param>
internal sealed record WriteCondition(bool MustNotExist, string? MustHaveETag)
{
    /// <summary>Reads the headers.</summary>
    /// <exception cref="S3Exception">The headers ask for what S3 does not offer.</exception>
    public static WriteCondition Of(IHeaderDictionary headers) =>
        new(
            headers.IfNoneMatch.ToString() switch
            {
                "" => false,
                "*" => true,
                _ => throw S3Errors.NotImplemented("If-None-Match with other than * in a request that writes"),
            },
            headers.IfMatch is [{ } etag] ? etag.Trim('"') : null);

    /// <summary>Holds it against what is there.</summary>
    /// <exception cref="S3Exception">The condition does not hold.</exception>
    public void Check(StoredObject? existing, string key)
    {
        if (MustNotExist && existing is not null)
        {
            throw S3Errors.PreconditionFailed("If-None-Match");
        }

        if (MustHaveETag is not null)
        {
            var etag = existing?.ETag ?? throw S3Errors.NoSuchKey(key);
            if (etag != MustHaveETag && MustHaveETag != "*")
            {
                throw S3Errors.PreconditionFailed("If-Match");
            }
        }
    }
}
