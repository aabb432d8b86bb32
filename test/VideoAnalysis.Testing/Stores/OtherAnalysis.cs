using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Testing.Stores;

/// <summary>Another analysis, for what must be kept apart.</summary>
public sealed class OtherAnalysis(string name) : Analysis<FaceDetection, FaceSummary>
{
    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);

    public override string Name => name;

    public override string Settings => "";

    public override string Schemas => Faces.Schemas;

    protected override JsonTypeInfo<FaceDetection> TypedDetectionJson =>
        (JsonTypeInfo<FaceDetection>)Faces.DetectionJson;

    protected override JsonTypeInfo<FaceSummary> TypedSummaryJson => (JsonTypeInfo<FaceSummary>)Faces.SummaryJson;

    protected override IReadOnlyList<DetectionColumn<FaceDetection>> TypedColumns { get; } =
        [new("timestamp", face => TableValue.Of(face.Timestamp))];

    protected override FaceSummary Add(FaceSummary summary, FaceDetection detection) =>
        (FaceSummary)((Analysis)Faces).Add(summary, detection);

    public override AppearanceTracker Track(byte[]? state) => Faces.Track(state);

    protected override TrackedDetection ToTracked(FaceDetection detection) => ((Analysis)Faces).ToTracked(detection);
}
