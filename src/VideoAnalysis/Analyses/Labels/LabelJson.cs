using System.Text.Json.Serialization;

namespace VideoAnalysis.Analyses.Labels;

[JsonSerializable(typeof(LabelDetection))]
[JsonSerializable(typeof(LabelSummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class LabelJson : JsonSerializerContext;
