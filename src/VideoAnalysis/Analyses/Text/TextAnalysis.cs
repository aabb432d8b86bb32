using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Analyses.Text;

/// <summary>Text in the picture: Rekognition's <c>StartTextDetection</c> and <c>GetTextDetection</c>.</summary>
/// <param name="wanted">Which words are asked for.</param>
public sealed class TextAnalysis(TextOptions wanted) : Analysis<TextDetection, TextSummary>
{
    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public override string Settings => string.Create(
        CultureInfo.InvariantCulture,
        $"MinConfidence={Wanted.MinConfidence};MinHeight={Wanted.MinHeight};MinWidth={Wanted.MinWidth};" +
        $"Regions={string.Join('|', Wanted.Regions.Select(Tell))}");

    /// <summary>Which words are asked for.</summary>
    public TextOptions Wanted { get; } = wanted;

    /// <inheritdoc/>
    public override string Schemas => SchemaFile.Read("text");

    /// <inheritdoc/>
    protected override JsonTypeInfo<TextDetection> TypedDetectionJson => TextJson.Default.TextDetection;

    /// <inheritdoc/>
    protected override JsonTypeInfo<TextSummary> TypedSummaryJson => TextJson.Default.TextSummary;

    /// <inheritdoc/>
    protected override IReadOnlyList<DetectionColumn<TextDetection>> TypedColumns { get; } =
    [
        new("timestamp", text => TableValue.Of(text.Timestamp)),
        new("appearance", text => TableValue.Of(text.Appearance)),
        new("confidence", text => TableValue.Of(text.Confidence)),
        new("type", text => TableValue.Of(text.Type)),
        new("text", text => TableValue.Of(text.Text)),
        new("id", text => TableValue.Of(text.Id)),
        new("parentId", text => TableValue.Of(text.ParentId)),
        new("left", text => TableValue.Of(text.BoundingBox?.Left)),
        new("top", text => TableValue.Of(text.BoundingBox?.Top)),
        new("width", text => TableValue.Of(text.BoundingBox?.Width)),
        new("height", text => TableValue.Of(text.BoundingBox?.Height)),
    ];

    /// <inheritdoc/>
    public override AppearanceTracker Track(byte[]? state) => new LinkedTracker(TextLinking.Rule, state);

    /// <inheritdoc/>
    protected override TrackedDetection ToTracked(TextDetection detection) => TextLinking.Of(detection);

    /// <inheritdoc/>
    protected override TextSummary Add(TextSummary summary, TextDetection detection) =>
        summary.With(detection) with { Lines = summary.Lines + (detection.ParentId is null ? 1 : 0) };

    private static string Tell(Videos.BoundingBox box) => string.Create(
        CultureInfo.InvariantCulture, $"{box.Left},{box.Top},{box.Width},{box.Height}");
}
