using System.Text.Json.Serialization;

namespace VideoAnalysis.Analyses.Celebrities;

[JsonSerializable(typeof(CelebrityDetection))]
[JsonSerializable(typeof(CelebritySummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class CelebrityJson : JsonSerializerContext;
