using VideoAnalysis.Analyses.Segments;

namespace VideoAnalysis.LocalAws.Rekognition.Segments;

/// <summary>The model's <c>SegmentDetection</c>: a shot or a technical cue.</summary>
internal sealed record SegmentItem
{
    public required string Type { get; init; }

    public required long StartTimestampMillis { get; init; }

    public long? EndTimestampMillis { get; init; }

    public long? DurationMillis { get; init; }

    public string? StartTimecodeSMPTE { get; init; }

    public string? EndTimecodeSMPTE { get; init; }

    public string? DurationSMPTE { get; init; }

    public TechnicalCueSegment? TechnicalCueSegment { get; init; }

    public ShotSegment? ShotSegment { get; init; }

    public long? StartFrameNumber { get; init; }

    public long? EndFrameNumber { get; init; }

    public long? DurationFrames { get; init; }

    /// <summary>What the service tells of a segment.</summary>
    public static SegmentItem Of(SegmentDetection segment) => new()
    {
        Type = segment.Type,
        StartTimestampMillis = segment.Timestamp,
        EndTimestampMillis = segment.EndTimestamp,
        DurationMillis = segment.DurationMillis,
        StartTimecodeSMPTE = segment.StartTimecode,
        EndTimecodeSMPTE = segment.EndTimecode,
        DurationSMPTE = segment.DurationTimecode,
        TechnicalCueSegment = segment.TechnicalCue is { } cue ? new(cue, segment.Confidence) : null,
        ShotSegment = segment.ShotIndex is { } index ? new(index, segment.Confidence) : null,
        StartFrameNumber = segment.StartFrameNumber,
        EndFrameNumber = segment.EndFrameNumber,
        DurationFrames = segment.DurationFrames,
    };
}

/// <summary>The model's <c>TechnicalCueSegment</c>.</summary>
internal sealed record TechnicalCueSegment(string Type, float? Confidence);

/// <summary>The model's <c>ShotSegment</c>.</summary>
internal sealed record ShotSegment(long Index, float? Confidence);
