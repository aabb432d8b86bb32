using System.Text.Json.Serialization;

namespace VideoAnalysis.Appearances;

/// <summary>How appearances and their summary are written as JSON.</summary>
[JsonSerializable(typeof(Appearance))]
[JsonSerializable(typeof(AppearanceSummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
public sealed partial class AppearanceJson : JsonSerializerContext;
