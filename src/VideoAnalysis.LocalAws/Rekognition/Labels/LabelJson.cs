using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Rekognition.Labels;

/// <summary>
/// The JSON of label detection: members as the model spells them, absent where there is nothing to say.
/// </summary>
[JsonSerializable(typeof(StartLabelDetectionRequest))]
[JsonSerializable(typeof(GetLabelDetectionRequest))]
[JsonSerializable(typeof(LabelItem))]
[JsonSerializable(typeof(LabelRequestMetadata))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class LabelJson : JsonSerializerContext;
