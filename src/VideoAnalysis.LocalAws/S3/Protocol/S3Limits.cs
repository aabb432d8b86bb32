namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>What S3 allows ("Amazon S3 multipart upload limits" and "Naming Amazon S3 objects" in its guide).</summary>
internal static class S3Limits
{
    /// <summary>The longest key, in bytes of UTF-8.</summary>
    public const int KeyBytes = 1024;

    /// <summary>The largest body of a single PUT, and the largest part: 5 GiB.</summary>
    public const long PutBytes = 5L << 30;

    /// <summary>The smallest part but the last: 5 MiB.</summary>
    public const long PartBytes = 5L << 20;

    /// <summary>The highest part number.</summary>
    public const int Parts = 10_000;

    /// <summary>The most user-defined metadata, names and values together.</summary>
    public const int MetadataBytes = 2048;

    /// <summary>The most that one page of any list holds, and one DeleteObjects names.</summary>
    public const int PageItems = 1000;

    /// <summary>The largest XML body taken: 10,000 parts with their checksums are well below it.</summary>
    public const int XmlBytes = 8 << 20;

    /// <summary>The deepest that an XML body may be nested. S3's own documents have four levels.</summary>
    public const int XmlDepth = 16;

    /// <summary>
    /// The most elements, texts and attributes of an XML body: 10,000 parts with all checksums have 350,000.
    /// </summary>
    public const int XmlNodes = 500_000;
}
