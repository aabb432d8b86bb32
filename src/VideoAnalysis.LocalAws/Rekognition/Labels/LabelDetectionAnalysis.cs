using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Labels;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Labels;

/// <summary><c>StartLabelDetection</c> and <c>GetLabelDetection</c>.</summary>
internal sealed class LabelDetectionAnalysis()
    : TypedAnalysis<StartLabelDetectionRequest, GetLabelDetectionRequest>(
        LabelJson.Default.StartLabelDetectionRequest, LabelJson.Default.GetLabelDetectionRequest)
{
    /// <summary>The default (API reference, <c>StartLabelDetection</c>).</summary>
    private const float DefaultMinConfidence = 50;

    private const string GeneralLabels = "GENERAL_LABELS";

    // The values of SortBy and AggregateBy (API reference, GetLabelDetection); the first of each is the default.
    private const string ByTimestamp = "TIMESTAMP";
    private const string ByName = "NAME";
    private const string Timestamps = "TIMESTAMPS";
    private const string Segments = "SEGMENTS";

    /// <inheritdoc/>
    public override string Name => "labels";

    /// <inheritdoc/>
    public override string StartOperation => "StartLabelDetection";

    /// <inheritdoc/>
    public override string GetOperation => "GetLabelDetection";

    /// <inheritdoc/>
    public override string ResultList => "Labels";

    /// <inheritdoc/>
    protected override void Check(StartLabelDetectionRequest request, RequestConstraints constraints)
    {
        constraints.Between(request.MinConfidence, "minConfidence", 0, 100)
            .Count(request.Features, "features", 0, 1)
            .AllOf(request.Features, "features", GeneralLabels);
        request.Settings?.GeneralLabels?.Check(constraints);
    }

    /// <inheritdoc/>
    protected override void Check(GetLabelDetectionRequest request, RequestConstraints constraints) => constraints
        .OneOf(request.SortBy, "sortBy", ByName, ByTimestamp)
        .OneOf(request.AggregateBy, "aggregateBy", Timestamps, Segments);

    /// <inheritdoc/>
    protected override StartLabelDetectionRequest Spell(StartLabelDetectionRequest request) => request with
    {
        MinConfidence = request.MinConfidence ?? DefaultMinConfidence,
        Features = [GeneralLabels],
    };

    /// <inheritdoc/>
    protected override EngineRequest RequestOf(StartLabelDetectionRequest start) =>
        new LabelRequest(start.MinConfidence ?? DefaultMinConfidence);

    /// <inheritdoc/>
    protected override string? Write(StartLabelDetectionRequest start, Detection detection)
    {
        var label = (LabelDetection)detection;
        return start.Settings?.GeneralLabels?.Passes(label) ?? true
            ? JsonSerializer.Serialize(LabelItem.Of(label), LabelJson.Default.LabelItem)
            : null;
    }

    /// <inheritdoc/>
    protected override ResultView ViewOf(GetLabelDetectionRequest get) => (get.SortBy, get.AggregateBy) switch
    {
        (ByName, Segments) => ResultView.Joined(
            "segments by name",
            (items, video) => LabelSegments.Join(items, video.DurationMillis ?? long.MaxValue, byName: true)),
        (_, Segments) => ResultView.Joined(
            "segments", (items, video) =>
                LabelSegments.Join(items, video.DurationMillis ?? long.MaxValue, byName: false)),
        (ByName, _) => ResultView.Sorted("by name", ("$.Label.Name", false), ("$.Label.Confidence", true)),
        _ => ResultView.AsFound,
    };

    /// <inheritdoc/>
    protected override void WriteMembers(
        Utf8JsonWriter writer, StartLabelDetectionRequest start, GetLabelDetectionRequest get)
    {
        // Not a version of the service's model, and so that nobody takes it for one.
        writer.WriteString("LabelModelVersion", "local");
        writer.WritePropertyName("GetRequestMetadata");
        JsonSerializer.Serialize(
            writer,
            new LabelRequestMetadata(get.SortBy ?? ByTimestamp, get.AggregateBy ?? Timestamps),
            LabelJson.Default.LabelRequestMetadata);
    }
}
