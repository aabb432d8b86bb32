using System.Text.Json.Serialization;

namespace VideoAnalysis.Local.Results;

/// <summary>The JSON of the documents in the results' tables.</summary>
[JsonSerializable(typeof(JobDocument))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ResultsJson : JsonSerializerContext;
