using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Rekognition.Text;

/// <summary>
/// The JSON of text detection: members as the model spells them, absent where there is nothing to say.
/// </summary>
[JsonSerializable(typeof(StartTextDetectionRequest))]
[JsonSerializable(typeof(TextDetectionItem))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class TextWireJson : JsonSerializerContext;
