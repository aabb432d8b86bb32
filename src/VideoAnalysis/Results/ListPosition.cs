using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>
/// A place in the list of jobs, which runs from the newest upload to the oldest: descending by time, then by hash,
/// then by analysis, each compared as the text that <see cref="ToString"/> and the stores write.
/// </summary>
/// <param name="UploadedAt">The upload's event time, to the millisecond.</param>
/// <param name="KeyHash">
/// The first 16 hexadecimal digits of the SHA-256 of the object key: orders uploads of one millisecond.
/// </param>
/// <param name="Analysis">The analysis's name.</param>
public sealed record ListPosition(DateTimeOffset UploadedAt, string KeyHash, string Analysis)
{
    private const int HashDigits = 16;
    private const int MaxNameLength = 64;

    /// <summary>Where a job stands in the list.</summary>
    public static ListPosition Of(AnalysisJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(job.Upload.Video.Key)));
        return new(
            DateTimeOffset.FromUnixTimeMilliseconds(job.Upload.EventTime.ToUnixTimeMilliseconds()),
            hash[..HashDigits],
            job.Analysis);
    }

    /// <summary>Reads a page token; null when the text is not a valid token.</summary>
    public static ListPosition? TryParse(string text) =>
        PageToken.Decode(text) is [
            "l1", var time, { Length: HashDigits } hash, { Length: > 0 and <= MaxNameLength } analysis] &&
        hash.All(char.IsAsciiHexDigitLower) && analysis.All(char.IsAsciiLetterLower) &&
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) &&
        milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), hash, analysis)
            : null;

    /// <summary>The position as a page token.</summary>
    public override string ToString() => PageToken.Encode(
        "l1",
        UploadedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        KeyHash,
        Analysis);
}
