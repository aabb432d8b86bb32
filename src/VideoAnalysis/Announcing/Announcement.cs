using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Announcing;

/// <summary>The news that an analysis has ended: it succeeded, failed, or its results were deleted.</summary>
/// <param name="Job">The job as it is stored since then.</param>
public sealed record Announcement(AnalysisJob Job)
{
    private const int IdBytes = 16;

    /// <summary>
    /// 32 hexadecimal digits, the same however often the end is announced; a later end of the same video has another.
    /// </summary>
    public string Id
    {
        get
        {
            var identity = string.Create(
                CultureInfo.InvariantCulture,
                $"{Job.Tag} {Job.Status.ToName()} {Job.CompletedAt?.ToUnixTimeMilliseconds()}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, IdBytes));
        }
    }
}
