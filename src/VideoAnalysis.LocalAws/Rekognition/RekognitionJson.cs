using System.Text.Json.Serialization;
using VideoAnalysis.LocalAws.Rekognition.Faces;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition;

/// <summary>Rekognition's own JSON: members as the model spells them, absent where there is nothing to say.</summary>
[JsonSerializable(typeof(StartFaceDetectionRequest))]
[JsonSerializable(typeof(StartFaceDetectionResponse))]
[JsonSerializable(typeof(GetFaceDetectionRequest))]
[JsonSerializable(typeof(GetFaceDetectionResponse))]
[JsonSerializable(typeof(FaceDetectionItem))]
[JsonSerializable(typeof(VideoMetadata))]
[JsonSerializable(typeof(CompletionMessage))]
[JsonSerializable(typeof(SnsEvent))]
[JsonSerializable(typeof(RekognitionErrorBody))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class RekognitionJson : JsonSerializerContext;
