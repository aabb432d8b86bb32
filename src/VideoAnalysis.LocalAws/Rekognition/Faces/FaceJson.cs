using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Rekognition.Faces;

/// <summary>
/// The JSON of face detection: members as the model spells them, absent where there is nothing to say.
/// </summary>
[JsonSerializable(typeof(StartFaceDetectionRequest))]
[JsonSerializable(typeof(FaceDetectionItem))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class FaceJson : JsonSerializerContext;
