using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Analyses.Segments;

/// <summary>
/// Shots and technical cues: Rekognition's <c>StartSegmentDetection</c> and <c>GetSegmentDetection</c>.
/// </summary>
/// <param name="wanted">Which segments are asked for.</param>
public sealed class SegmentAnalysis(SegmentOptions wanted) : Analysis<SegmentDetection, SegmentSummary>
{
    /// <inheritdoc/>
    public override string Name => "segments";

    /// <inheritdoc/>
    public override string Settings => string.Create(
        CultureInfo.InvariantCulture,
        $"Shots={Wanted.Shots};TechnicalCues={Wanted.TechnicalCues};MinShotConfidence={Wanted.MinShotConfidence};" +
        $"MinCueConfidence={Wanted.MinCueConfidence};MaxPixelThreshold={Wanted.MaxPixelThreshold};" +
        $"MinCoveragePercentage={Wanted.MinCoveragePercentage}");

    /// <summary>Which segments are asked for.</summary>
    public SegmentOptions Wanted { get; } = wanted;

    /// <summary>They come type after type: the time begins anew with each.</summary>
    public override bool IsInOrderOfTime => false;

    /// <summary>Shots are what lies between the cuts.</summary>
    public override bool TellsCuts => Wanted.Shots;

    /// <inheritdoc/>
    public override string Schemas => SchemaFile.Read("segments");

    /// <inheritdoc/>
    protected override JsonTypeInfo<SegmentDetection> TypedDetectionJson => SegmentJson.Default.SegmentDetection;

    /// <inheritdoc/>
    protected override JsonTypeInfo<SegmentSummary> TypedSummaryJson => SegmentJson.Default.SegmentSummary;

    /// <inheritdoc/>
    protected override IReadOnlyList<DetectionColumn<SegmentDetection>> TypedColumns { get; } =
    [
        new("timestamp", segment => TableValue.Of(segment.Timestamp)),
        new("endTimestamp", segment => TableValue.Of(segment.EndTimestamp)),
        new("appearance", segment => TableValue.Of(segment.Appearance)),
        new("confidence", segment => TableValue.Of(segment.Confidence)),
        new("type", segment => TableValue.Of(segment.Type)),
        new("technicalCue", segment => TableValue.Of(segment.TechnicalCue)),
        new("shotIndex", segment => TableValue.Of(segment.ShotIndex)),
        new("startFrameNumber", segment => TableValue.Of(segment.StartFrameNumber)),
        new("endFrameNumber", segment => TableValue.Of(segment.EndFrameNumber)),
        new("durationFrames", segment => TableValue.Of(segment.DurationFrames)),
        new("durationMillis", segment => TableValue.Of(segment.DurationMillis)),
        new("startTimecode", segment => TableValue.Of(segment.StartTimecode)),
        new("endTimecode", segment => TableValue.Of(segment.EndTimecode)),
        new("durationTimecode", segment => TableValue.Of(segment.DurationTimecode)),
    ];

    /// <inheritdoc/>
    public override AppearanceTracker Track(byte[]? state) => new SpanTracker(state);

    /// <inheritdoc/>
    public override long? ShotOf(Detection detection) =>
        detection is SegmentDetection { Type: SegmentTypes.Shot } shot ? shot.Timestamp : null;

    /// <summary>A segment is an appearance: of its technical cue, or of its type.</summary>
    protected override TrackedDetection ToTracked(SegmentDetection detection) => new()
    {
        Timestamp = detection.Timestamp,
        EndTimestamp = detection.End,
        Confidence = detection.Confidence,
        Subject = new(detection.TechnicalCue ?? detection.Type),
    };

    /// <inheritdoc/>
    protected override SegmentSummary Add(SegmentSummary summary, SegmentDetection detection) => summary with
    {
        Detections = summary.Detections + 1,
        Shots = summary.Shots + (detection.Type == SegmentTypes.Shot ? 1 : 0),
        TechnicalCues = summary.TechnicalCues + (detection.Type == SegmentTypes.TechnicalCue ? 1 : 0),
    };
}
