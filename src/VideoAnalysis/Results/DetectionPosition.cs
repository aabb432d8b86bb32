using System.Globalization;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>A place in the detections of one job.</summary>
/// <param name="Job">The first 16 digits of the job's token.</param>
/// <param name="Sequence">The chunk.</param>
/// <param name="Index">The detection within it.</param>
/// <param name="Timestamp">
/// The detection's timestamp, in milliseconds: where detections are in the order of time, stores find a chunk by it.
/// </param>
public sealed record DetectionPosition(string Job, int Sequence, int Index, long Timestamp) : ResultPosition(Job)
{
    /// <summary>A place in the detections of that job.</summary>
    public static DetectionPosition In(ClientRequestToken job, int sequence, int index, long timestamp)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new(JobOf(job), sequence, index, timestamp);
    }

    /// <summary>Reads a page token; null when the text is not one.</summary>
    public static DetectionPosition? TryParse(string text) =>
        PageToken.Decode(text) is ["d1", var job, var sequence, var index, var time] && IsJob(job) &&
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
