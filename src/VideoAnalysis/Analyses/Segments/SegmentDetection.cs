namespace VideoAnalysis.Analyses.Segments;

/// <summary>
/// One shot or technical cue, exact to the frame. <see cref="Detection.Timestamp"/> and
/// <see cref="Detection.EndTimestamp"/> say from when to when.
/// </summary>
public sealed record SegmentDetection : Detection
{
    /// <summary><c>SHOT</c> or <c>TECHNICAL_CUE</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Of a technical cue, what it is, as in <c>BlackFrames</c>; absent for a shot.</summary>
    public string? TechnicalCue { get; init; }

    /// <summary>Of a shot, its number in the video, from 0; absent for a technical cue.</summary>
    public long? ShotIndex { get; init; }

    /// <summary>The first frame, counted from 0.</summary>
    public long? StartFrameNumber { get; init; }

    /// <summary>
    /// The last frame or the one after it: Rekognition is not consistent. The start and the duration are.
    /// </summary>
    public long? EndFrameNumber { get; init; }

    /// <summary>The length in frames.</summary>
    public long? DurationFrames { get; init; }

    /// <summary>The length in milliseconds.</summary>
    public long? DurationMillis { get; init; }

    /// <summary>The beginning as <c>HH:MM:SS:fr</c>, or <c>HH:MM:SS;fr</c> where frames are dropped.</summary>
    public string? StartTimecode { get; init; }

    /// <summary>The end, in the same form.</summary>
    public string? EndTimecode { get; init; }

    /// <summary>The length, in the same form.</summary>
    public string? DurationTimecode { get; init; }
}
