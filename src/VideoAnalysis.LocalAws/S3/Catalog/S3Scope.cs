namespace VideoAnalysis.LocalAws.S3.Catalog;

/// <summary>What an operation is about.</summary>
internal enum S3Scope
{
    /// <summary>The service: a path without a bucket.</summary>
    Service,

    /// <summary>A bucket.</summary>
    Bucket,

    /// <summary>An object.</summary>
    Object,
}
