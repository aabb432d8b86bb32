using System.Text.Json.Serialization;

namespace VideoAnalysis.Analyses.Text;

[JsonSerializable(typeof(TextDetection))]
[JsonSerializable(typeof(TextSummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class TextJson : JsonSerializerContext;
