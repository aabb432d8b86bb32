using System.Globalization;
using VideoAnalysis.Appearances;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>
/// A place in the appearances of one job, which are in the order of their starts, then of their numbers.
/// </summary>
/// <param name="Job">The first 16 digits of the job's token.</param>
/// <param name="Start">The start of the next appearance, in milliseconds.</param>
/// <param name="Id">Its number.</param>
public sealed record AppearancePosition(string Job, long Start, int Id) : ResultPosition(Job)
{
    /// <summary>The place of an appearance of that job.</summary>
    public static AppearancePosition In(ClientRequestToken job, Appearance appearance)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(appearance);
        return new(JobOf(job), appearance.Start, appearance.Id);
    }

    /// <summary>Whether an appearance stands there or after it.</summary>
    public bool IsReachedBy(Appearance appearance)
    {
        ArgumentNullException.ThrowIfNull(appearance);
        return (appearance.Start, appearance.Id).CompareTo((Start, Id)) >= 0;
    }

    /// <summary>Reads a page token; null when the text is not one.</summary>
    public static AppearancePosition? TryParse(string text) =>
        PageToken.Decode(text) is ["a1", var job, var start, var id] && IsJob(job) &&
        long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var time) &&
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(job, time, number)
            : null;

    /// <summary>The position as a page token.</summary>
    public override string ToString() => PageToken.Encode(
        "a1", Job, Start.ToString(CultureInfo.InvariantCulture), Id.ToString(CultureInfo.InvariantCulture));
}
