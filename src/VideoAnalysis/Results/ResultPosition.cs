using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>
/// A place in the results of one job. As a page token it names no video: whoever makes one up reads on in the video
/// that the request names anyway, or nothing.
/// </summary>
/// <param name="Job">The first 16 digits of the job's token: a position in another job's results means nothing.</param>
public abstract record ResultPosition(string Job)
{
    private const int JobDigits = 16;

    /// <summary>Whether it is a place in the results of that job.</summary>
    public bool IsIn(ClientRequestToken job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return JobOf(job) == Job;
    }

    /// <summary>What a position says of its job.</summary>
    private protected static string JobOf(ClientRequestToken job) => job.Value[..JobDigits];

    /// <summary>Whether a text can be what a position says of its job.</summary>
    private protected static bool IsJob(string text) => text.Length == JobDigits && text.All(char.IsAsciiHexDigitLower);
}
