using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Analyses.Moderation;

/// <summary>
/// What a moderator may have to look at: Rekognition's <c>StartContentModeration</c> and <c>GetContentModeration</c>.
/// </summary>
/// <param name="wanted">Which labels are asked for.</param>
public sealed class ModerationAnalysis(ModerationOptions wanted) : Analysis<ModerationDetection, ModerationSummary>
{
    /// <inheritdoc/>
    public override string Name => "moderation";

    /// <inheritdoc/>
    public override string Settings =>
        string.Create(CultureInfo.InvariantCulture, $"MinConfidence={Wanted.MinConfidence}");

    /// <summary>Which labels are asked for.</summary>
    public ModerationOptions Wanted { get; } = wanted;

    /// <inheritdoc/>
    public override string Schemas => SchemaFile.Read("moderation");

    /// <inheritdoc/>
    protected override JsonTypeInfo<ModerationDetection> TypedDetectionJson =>
        ModerationJson.Default.ModerationDetection;

    /// <inheritdoc/>
    protected override JsonTypeInfo<ModerationSummary> TypedSummaryJson => ModerationJson.Default.ModerationSummary;

    /// <inheritdoc/>
    protected override IReadOnlyList<DetectionColumn<ModerationDetection>> TypedColumns { get; } =
    [
        new("timestamp", label => TableValue.Of(label.Timestamp)),
        new("appearance", label => TableValue.Of(label.Appearance)),
        new("confidence", label => TableValue.Of(label.Confidence)),
        new("name", label => TableValue.Of(label.Name)),
        new("parentName", label => TableValue.Of(label.ParentName)),
        new("taxonomyLevel", label => TableValue.Of(label.TaxonomyLevel)),
        new("contentTypes", label => TableValue.OfAll(label.ContentTypes?.Select(type => type.Name))),
    ];

    /// <inheritdoc/>
    public override AppearanceTracker Track(byte[]? state) => new KeyedTracker(state);

    /// <summary>One label is one appearance, at every level of the taxonomy.</summary>
    protected override TrackedDetection ToTracked(ModerationDetection detection) => new()
    {
        Timestamp = detection.Timestamp,
        Confidence = detection.Confidence,
        Subject = new(detection.Name),
        Score = detection.Confidence ?? 0,
    };

    /// <inheritdoc/>
    protected override ModerationSummary Add(ModerationSummary summary, ModerationDetection detection) =>
        summary.With(detection) with { TopLevel = summary.TopLevel + (detection.ParentName is null ? 1 : 0) };
}
