namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>The headers of S3's additional checksums.</summary>
internal static class ChecksumHeaders
{
    /// <summary>What their names begin with; an algorithm's own header ends with its name.</summary>
    public const string Prefix = "x-amz-checksum-";

    /// <summary>Which algorithm an object is to have.</summary>
    public const string Algorithm = Prefix + "algorithm";

    /// <summary>Whether a checksum is over the object's bytes or over its parts' checksums.</summary>
    public const string Type = Prefix + "type";

    /// <summary>Asks for checksums with an object.</summary>
    public const string Mode = Prefix + "mode";

    /// <summary>Whether a header carries a checksum, of whatever algorithm.</summary>
    public static bool CarriesChecksum(string header) =>
        header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !header.Equals(Algorithm, StringComparison.OrdinalIgnoreCase)
        && !header.Equals(Type, StringComparison.OrdinalIgnoreCase)
        && !header.Equals(Mode, StringComparison.OrdinalIgnoreCase);
}
