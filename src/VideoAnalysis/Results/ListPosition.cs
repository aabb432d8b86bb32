using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>A place in the list of jobs, which runs from the newest upload to the oldest.</summary>
/// <param name="UploadedAt">The upload's event time, to the millisecond.</param>
/// <param name="KeyHash">The first 16 hexadecimal digits of the SHA-256 of the object key: orders uploads of one millisecond.</param>
/// <param name="Analysis">The analysis's name.</param>
public sealed record ListPosition(DateTimeOffset UploadedAt, string KeyHash, string Analysis)
{
    /// <summary>Where a job stands in the list.</summary>
    public static ListPosition Of(AnalysisJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new(Truncate(job.Upload.EventTime), HashOf(job.Upload.Video.Key), job.Analysis);
    }

    private static string HashOf(string key) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)))[..16];

    private static DateTimeOffset Truncate(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
