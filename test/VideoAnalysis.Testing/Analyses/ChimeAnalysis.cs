using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Analyses;

namespace VideoAnalysis.Testing.Analyses;

/// <summary>An analysis that nobody else has.</summary>
public sealed class ChimeAnalysis : Analysis<Chime, ChimeSummary>
{
    public override string Name => "chimes";

    public override string Settings => "";

    public override string Schemas => """
        Chime:
          type: object
          required: [timestamp, pitch]
          properties:
            timestamp: {type: integer}
            confidence: {$ref: '#/components/schemas/Percentage'}
            pitch: {type: number}
        ChimeSummary:
          type: object
          properties:
            detections: {type: integer}
        """;

    protected override JsonTypeInfo<Chime> TypedDetectionJson => ChimeJson.Default.Chime;

    protected override JsonTypeInfo<ChimeSummary> TypedSummaryJson => ChimeJson.Default.ChimeSummary;

    protected override IReadOnlyList<DetectionColumn<Chime>> TypedColumns { get; } =
        [new("timestamp", chime => TableValue.Of(chime.Timestamp)), new("pitch", chime => TableValue.Of(chime.Pitch))];

    protected override ChimeSummary Add(ChimeSummary summary, Chime detection) =>
        summary with { Detections = summary.Detections + 1 };
}

/// <summary>A sound at a timestamp.</summary>
public sealed record Chime : Detection
{
    /// <summary>How high it is.</summary>
    public required float Pitch { get; init; }
}

/// <summary>How many there were.</summary>
public sealed record ChimeSummary : Summary;

[JsonSerializable(typeof(Chime))]
[JsonSerializable(typeof(ChimeSummary))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ChimeJson : JsonSerializerContext;
