using System.Text.Json.Serialization;

namespace VideoAnalysis.Analyses.Faces;

[JsonSerializable(typeof(FaceDetection))]
[JsonSerializable(typeof(FaceSummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class FaceJson : JsonSerializerContext;
