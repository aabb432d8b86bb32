using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Analyses.Celebrities;

/// <summary>
/// Celebrities: Rekognition's <c>StartCelebrityRecognition</c> and <c>GetCelebrityRecognition</c>. There is nothing to
/// set.
/// </summary>
public sealed class CelebrityAnalysis : Analysis<CelebrityDetection, CelebritySummary>
{
    /// <inheritdoc/>
    public override string Name => "celebrities";

    /// <inheritdoc/>
    public override string Settings => "";

    /// <inheritdoc/>
    public override string Schemas => SchemaFile.Read("celebrities");

    /// <inheritdoc/>
    protected override JsonTypeInfo<CelebrityDetection> TypedDetectionJson => CelebrityJson.Default.CelebrityDetection;

    /// <inheritdoc/>
    protected override JsonTypeInfo<CelebritySummary> TypedSummaryJson => CelebrityJson.Default.CelebritySummary;

    /// <inheritdoc/>
    protected override IReadOnlyList<DetectionColumn<CelebrityDetection>> TypedColumns { get; } =
    [
        new("timestamp", celebrity => TableValue.Of(celebrity.Timestamp)),
        new("appearance", celebrity => TableValue.Of(celebrity.Appearance)),
        new("confidence", celebrity => TableValue.Of(celebrity.Confidence)),
        new("id", celebrity => TableValue.Of(celebrity.Id)),
        new("name", celebrity => TableValue.Of(celebrity.Name)),
        new("knownGender", celebrity => TableValue.Of(celebrity.KnownGender)),
        new("urls", celebrity => TableValue.OfAll(celebrity.Urls)),
        new("left", celebrity => TableValue.Of(celebrity.Face?.BoundingBox?.Left)),
        new("top", celebrity => TableValue.Of(celebrity.Face?.BoundingBox?.Top)),
        new("width", celebrity => TableValue.Of(celebrity.Face?.BoundingBox?.Width)),
        new("height", celebrity => TableValue.Of(celebrity.Face?.BoundingBox?.Height)),
        new("faceConfidence", celebrity => TableValue.Of(celebrity.Face?.Confidence)),
        new("roll", celebrity => TableValue.Of(celebrity.Face?.Pose?.Roll)),
        new("yaw", celebrity => TableValue.Of(celebrity.Face?.Pose?.Yaw)),
        new("pitch", celebrity => TableValue.Of(celebrity.Face?.Pose?.Pitch)),
    ];

    /// <inheritdoc/>
    public override AppearanceTracker Track(byte[]? state) => new KeyedTracker(state);

    /// <summary>One celebrity is one appearance; without an identifier, one name.</summary>
    protected override TrackedDetection ToTracked(CelebrityDetection detection) => new()
    {
        Timestamp = detection.Timestamp,
        Confidence = detection.Confidence,
        BoundingBox = detection.Face?.BoundingBox ?? detection.BoundingBox,
        Subject = new(detection.Id ?? detection.Name ?? "", detection.Name),
        Score = detection.Confidence ?? 0,
    };

    /// <inheritdoc/>
    protected override CelebritySummary Add(CelebritySummary summary, CelebrityDetection detection) =>
        summary.With(detection);
}
