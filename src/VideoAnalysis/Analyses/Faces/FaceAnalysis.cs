using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Analyses.Faces;

/// <summary>Faces: Rekognition's <c>StartFaceDetection</c> and <c>GetFaceDetection</c>.</summary>
/// <param name="attributes">Which facial attributes to ask for.</param>
public sealed class FaceAnalysis(FaceAttributes attributes) : Analysis<FaceDetection, FaceSummary>
{
    /// <inheritdoc/>
    public override string Name => "faces";

    /// <inheritdoc/>
    public override string Settings => $"FaceAttributes={(Attributes == FaceAttributes.All ? "ALL" : "DEFAULT")}";

    /// <summary>Which facial attributes are asked for.</summary>
    public FaceAttributes Attributes { get; } = attributes;

    /// <inheritdoc/>
    public override string Schemas => SchemaFile.Read("faces");

    /// <inheritdoc/>
    protected override JsonTypeInfo<FaceDetection> TypedDetectionJson => FaceJson.Default.FaceDetection;

    /// <inheritdoc/>
    protected override JsonTypeInfo<FaceSummary> TypedSummaryJson => FaceJson.Default.FaceSummary;

    /// <inheritdoc/>
    protected override IReadOnlyList<DetectionColumn<FaceDetection>> TypedColumns => FaceColumns.All;

    /// <inheritdoc/>
    public override bool EndsAtCuts => true;

    /// <inheritdoc/>
    public override AppearanceTracker Track(byte[]? state) => new LinkedTracker(FaceLinking.Rule, state);

    /// <inheritdoc/>
    protected override TrackedDetection ToTracked(FaceDetection detection) => FaceLinking.Of(detection);

    /// <inheritdoc/>
    protected override FaceSummary Add(FaceSummary summary, FaceDetection detection)
    {
        var (count, mean) = (summary.Detections + 1, summary.MeanConfidence ?? 0);
        return summary.With(detection) with { MeanConfidence = mean + (((detection.Confidence ?? 0) - mean) / count) };
    }
}
