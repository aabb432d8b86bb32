using System.Text.Json.Serialization;

namespace VideoAnalysis.Analyses.Segments;

[JsonSerializable(typeof(SegmentDetection))]
[JsonSerializable(typeof(SegmentSummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class SegmentJson : JsonSerializerContext;
