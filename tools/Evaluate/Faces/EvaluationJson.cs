using System.Text.Json.Serialization;

namespace VideoAnalysis.Evaluate.Faces;

/// <summary>The ground truth's JSON: camelCase, unlike Rekognition's, and so with a context of its own.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GroundTruth))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
