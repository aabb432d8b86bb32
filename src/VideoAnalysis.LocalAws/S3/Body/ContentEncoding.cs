namespace VideoAnalysis.LocalAws.S3.Body;

/// <summary>
/// The <c>Content-Encoding</c> header, in which aws-chunked is of the transfer, and the rest of the object.
/// </summary>
internal static class ContentEncoding
{
    private const string AwsChunked = "aws-chunked";

    /// <summary>Whether the body comes framed.</summary>
    public static bool IsAwsChunked(string? header) =>
        Split(header).Contains(AwsChunked, StringComparer.OrdinalIgnoreCase);

    /// <summary>What remains for the object; null if nothing does.</summary>
    public static string? WithoutAwsChunked(string? header)
    {
        var rest = Split(header).Where(name => !name.Equals(AwsChunked, StringComparison.OrdinalIgnoreCase)).ToList();
        return rest.Count == 0 ? null : string.Join(",", rest);
    }

    private static string[] Split(string? header) =>
        header?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
