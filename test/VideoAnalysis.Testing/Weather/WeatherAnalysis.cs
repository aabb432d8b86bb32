using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Testing.Weather;

/// <summary>
/// A made-up analysis, as unlike faces as can be: a detection is a span of weather, and they come in the order of their
/// kinds, not of time. Whatever works for it and for faces works for any analysis.
/// </summary>
public sealed class WeatherAnalysis : Analysis<WeatherDetection, WeatherSummary>
{
    public override string Name => "weather";

    public override string Settings => "";

    public override bool IsInOrderOfTime => false;

    public override string Schemas => """
        WeatherDetection:
          type: object
          required: [timestamp, endTimestamp, kind, wind]
          properties:
            timestamp: {type: integer, format: int64, minimum: 0}
            endTimestamp: {type: integer, format: int64, minimum: 0}
            appearance: {type: integer, minimum: 0}
            confidence: {$ref: '#/components/schemas/Percentage'}
            kind: {type: string}
            wind: {type: number}
        WeatherSummary:
          type: object
          required: [detections, appearances, strongestWind]
          properties:
            detections: {type: integer, format: int64, minimum: 0}
            appearances: {$ref: '#/components/schemas/AppearanceSummary'}
            strongestWind: {type: number}
        """;

    protected override JsonTypeInfo<WeatherDetection> TypedDetectionJson => WeatherJson.Default.WeatherDetection;

    protected override JsonTypeInfo<WeatherSummary> TypedSummaryJson => WeatherJson.Default.WeatherSummary;

    protected override IReadOnlyList<DetectionColumn<WeatherDetection>> TypedColumns { get; } =
    [
        new("timestamp", weather => TableValue.Of(weather.Timestamp)),
        new("endTimestamp", weather => TableValue.Of(weather.EndTimestamp)),
        new("appearance", weather => TableValue.Of(weather.Appearance)),
        new("confidence", weather => TableValue.Of(weather.Confidence)),
        new("kind", weather => TableValue.Of(weather.Kind)),
        new("wind", weather => TableValue.Of(weather.Wind)),
    ];

    public override AppearanceTracker Track(byte[]? state) => new SpanTracker(state);

    protected override TrackedDetection ToTracked(WeatherDetection detection) => new()
    {
        Timestamp = detection.Timestamp,
        EndTimestamp = detection.EndTimestamp,
        Confidence = detection.Confidence,
        Subject = new(detection.Kind),
    };

    protected override WeatherSummary Add(WeatherSummary summary, WeatherDetection detection) => summary with
    {
        Detections = summary.Detections + 1,
        StrongestWind = Math.Max(summary.StrongestWind, detection.Wind),
    };
}
