namespace VideoAnalysis.LocalAws.S3.Checksums;

/// <summary>The additional checksum that a stored object or part has.</summary>
/// <param name="Algorithm">How it was made.</param>
/// <param name="Value">In base64; over parts' checksums it ends with "-" and the number of parts.</param>
/// <param name="IsFullObject">Whether it is over the bytes; else it is over the parts' checksums.</param>
internal sealed record ObjectChecksum(ChecksumAlgorithm Algorithm, string Value, bool IsFullObject = true)
{
    /// <summary>As in <c>x-amz-checksum-type</c>.</summary>
    public string Type => TypeName(IsFullObject);

    /// <summary>As in <c>x-amz-checksum-type</c>.</summary>
    public static string TypeName(bool isFullObject) => isFullObject ? "FULL_OBJECT" : "COMPOSITE";

    /// <summary>Reads what <see cref="ToString"/> wrote; null stays null.</summary>
    public static ObjectChecksum? Parse(string? text) =>
        text?.Split(' ') is [var name, var type, var value] && ChecksumAlgorithm.ByName(name) is { } algorithm
            ? new ObjectChecksum(algorithm, value, type == TypeName(true))
            : null;

    /// <summary>One line that <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{Algorithm.Name} {Type} {Value}";
}
