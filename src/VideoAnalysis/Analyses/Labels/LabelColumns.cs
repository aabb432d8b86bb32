using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Labels;

/// <summary>
/// A label as the row of a table. Flat is less than whole: of the instances there are their number and the largest one.
/// The JSON has them all.
/// </summary>
internal static class LabelColumns
{
    public static readonly IReadOnlyList<DetectionColumn<LabelDetection>> All =
    [
        new("timestamp", label => TableValue.Of(label.Timestamp)),
        new("appearance", label => TableValue.Of(label.Appearance)),
        new("confidence", label => TableValue.Of(label.Confidence)),
        new("name", label => TableValue.Of(label.Name)),
        new("parents", label => TableValue.OfAll(label.Parents)),
        new("aliases", label => TableValue.OfAll(label.Aliases)),
        new("categories", label => TableValue.OfAll(label.Categories)),
        new("instances", label => TableValue.Of(label.Instances?.Count)),
        new("left", label => TableValue.Of(LargestBox(label)?.Left)),
        new("top", label => TableValue.Of(LargestBox(label)?.Top)),
        new("width", label => TableValue.Of(LargestBox(label)?.Width)),
        new("height", label => TableValue.Of(LargestBox(label)?.Height)),
    ];

    /// <summary>The box of the largest instance; null where a label has none.</summary>
    public static BoundingBox? LargestBox(LabelDetection label) =>
        label.Instances?.Select(instance => instance.BoundingBox).MaxBy(box => box?.Width * box?.Height);
}
