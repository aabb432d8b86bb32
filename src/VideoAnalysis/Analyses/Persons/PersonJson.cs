using System.Text.Json.Serialization;

namespace VideoAnalysis.Analyses.Persons;

[JsonSerializable(typeof(PersonDetection))]
[JsonSerializable(typeof(PersonSummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class PersonJson : JsonSerializerContext;
