using VideoAnalysis.Analyses.Labels;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Labels;

/// <summary>The model's <c>LabelDetection</c>: a label at a timestamp, or over a segment.</summary>
/// <param name="Timestamp">Milliseconds from the start of the video; of a segment, its beginning.</param>
/// <param name="Label">The label.</param>
internal sealed record LabelItem(long Timestamp, Label Label)
{
    /// <summary>The beginning of a segment, in milliseconds.</summary>
    public long? StartTimestampMillis { get; init; }

    /// <summary>The end of a segment, in milliseconds.</summary>
    public long? EndTimestampMillis { get; init; }

    /// <summary>The length of a segment, in milliseconds.</summary>
    public long? DurationMillis { get; init; }

    /// <summary>What is told of a label at a timestamp.</summary>
    public static LabelItem Of(LabelDetection label) => new(
        label.Timestamp,
        new()
        {
            Name = label.Name,
            Confidence = label.Confidence,
            Instances = [.. (label.Instances ?? [])
                .Select(instance => new Instance(instance.BoundingBox, instance.Confidence))],
            Parents = Names(label.Parents),
            Aliases = Names(label.Aliases),
            Categories = Names(label.Categories),
        });

    private static IReadOnlyList<Named> Names(IReadOnlyList<string>? names) =>
        [.. (names ?? []).Select(name => new Named(name))];
}

/// <summary>The model's <c>Label</c>.</summary>
internal sealed record Label
{
    public required string Name { get; init; }

    public float? Confidence { get; init; }

    /// <summary>Absent with segments.</summary>
    public IReadOnlyList<Instance>? Instances { get; init; }

    public required IReadOnlyList<Named> Parents { get; init; }

    public required IReadOnlyList<Named> Aliases { get; init; }

    public required IReadOnlyList<Named> Categories { get; init; }
}

/// <summary>The model's <c>Instance</c>.</summary>
internal sealed record Instance(BoundingBox? BoundingBox, float? Confidence);

/// <summary>The model's <c>Parent</c>, <c>LabelAlias</c> and <c>LabelCategory</c>.</summary>
internal sealed record Named(string Name);
