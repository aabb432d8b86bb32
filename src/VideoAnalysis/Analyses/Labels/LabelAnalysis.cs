using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Analyses.Labels;

/// <summary>
/// Objects, scenes and activities: Rekognition's <c>StartLabelDetection</c> and <c>GetLabelDetection</c>.
/// </summary>
/// <param name="wanted">Which labels are asked for.</param>
public sealed class LabelAnalysis(LabelOptions wanted) : Analysis<LabelDetection, LabelSummary>
{
    /// <inheritdoc/>
    public override string Name => "labels";

    /// <inheritdoc/>
    public override string Settings => string.Create(
        CultureInfo.InvariantCulture,
        $"MinConfidence={Wanted.MinConfidence};Included={string.Join('|', Wanted.Included)};" +
        $"Excluded={string.Join('|', Wanted.Excluded)};" +
        $"IncludedCategories={string.Join('|', Wanted.IncludedCategories)};" +
        $"ExcludedCategories={string.Join('|', Wanted.ExcludedCategories)}");

    /// <summary>Which labels are asked for.</summary>
    public LabelOptions Wanted { get; } = wanted;

    /// <inheritdoc/>
    public override string Schemas => SchemaFile.Read("labels");

    /// <inheritdoc/>
    protected override JsonTypeInfo<LabelDetection> TypedDetectionJson => LabelJson.Default.LabelDetection;

    /// <inheritdoc/>
    protected override JsonTypeInfo<LabelSummary> TypedSummaryJson => LabelJson.Default.LabelSummary;

    /// <inheritdoc/>
    protected override IReadOnlyList<DetectionColumn<LabelDetection>> TypedColumns => LabelColumns.All;

    /// <inheritdoc/>
    public override AppearanceTracker Track(byte[]? state) => new KeyedTracker(state);

    /// <summary>One label is one appearance. It shows best where it is sure, and large if it has a place.</summary>
    protected override TrackedDetection ToTracked(LabelDetection detection)
    {
        var box = LabelColumns.LargestBox(detection);
        return new()
        {
            Timestamp = detection.Timestamp,
            Confidence = detection.Confidence,
            BoundingBox = box,
            Subject = new(detection.Name),
            Score = (detection.Confidence ?? 0) * (1 + (box is null ? 0 : box.Width * box.Height)),
        };
    }

    /// <inheritdoc/>
    protected override LabelSummary Add(LabelSummary summary, LabelDetection detection) => summary.With(detection);
}
