namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>
/// The file of an object, kept in place until this is disposed of, even if the object is overwritten or deleted
/// meanwhile.
/// </summary>
internal sealed class ObjectLease(StoredObject stored, FileLease file) : IDisposable
{
    /// <summary>The object as it was when the lease was taken.</summary>
    public StoredObject Object { get; } = stored;

    /// <summary>Where its bytes are. Read only.</summary>
    public string Path => file.Path;

    /// <summary>Its length in bytes.</summary>
    public long Size => Object.Size;

    /// <summary>S3's entity tag, without quotes.</summary>
    public string ETag => Object.ETag;

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
