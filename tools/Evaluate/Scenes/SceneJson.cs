using System.Text.Json.Serialization;

namespace VideoAnalysis.Evaluate.Scenes;

/// <summary>Reads <see cref="SceneTruth"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SceneTruth))]
internal sealed partial class SceneJson : JsonSerializerContext;
