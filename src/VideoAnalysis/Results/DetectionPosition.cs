using System.Globalization;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>
/// A place in the detections of one job. As a page token it names no video: whoever makes one up reads on in the
/// video that the request names anyway, or nothing.
/// </summary>
/// <param name="Job">The first 16 digits of the job's token: a position in another job's detections means nothing.</param>
/// <param name="Sequence">The chunk.</param>
/// <param name="Index">The detection within it.</param>
/// <param name="Timestamp">The detection's timestamp, in milliseconds: where detections are in the order of time, stores find a chunk by it.</param>
public sealed record DetectionPosition(string Job, int Sequence, int Index, long Timestamp)
{
    private const int JobDigits = 16;

    /// <summary>A place in the detections of that job.</summary>
    public static DetectionPosition In(ClientRequestToken job, int sequence, int index, long timestamp)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new(job.Value[..JobDigits], sequence, index, timestamp);
    }

    /// <summary>Whether it is a place in the detections of that job.</summary>
    public bool IsIn(ClientRequestToken job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.Value.StartsWith(Job, StringComparison.Ordinal);
    }

    /// <summary>Reads a page token; null when it is none.</summary>
    public static DetectionPosition? TryParse(string text) =>
        PageToken.Decode(text) is ["d1", { Length: JobDigits } job, var sequence, var index, var time] &&
        job.All(char.IsAsciiHexDigitLower) &&
        int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var chunk) &&
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var detection) &&
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp)
            ? new(job, chunk, detection, timestamp)
            : null;

    /// <summary>The position as a page token.</summary>
    public override string ToString() => PageToken.Encode(
        "d1",
        Job,
        Sequence.ToString(CultureInfo.InvariantCulture),
        Index.ToString(CultureInfo.InvariantCulture),
        Timestamp.ToString(CultureInfo.InvariantCulture));
}
