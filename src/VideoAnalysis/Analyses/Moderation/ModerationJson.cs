using System.Text.Json.Serialization;

namespace VideoAnalysis.Analyses.Moderation;

[JsonSerializable(typeof(ModerationDetection))]
[JsonSerializable(typeof(ModerationSummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ModerationJson : JsonSerializerContext;
