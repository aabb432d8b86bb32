using System.Text.Json.Serialization;
using Amazon.Rekognition.Model;

namespace Amazon.Rekognition.Internal;

/// <summary>AWS JSON 1.1: names as the members are called, what is not set is not sent.</summary>
[JsonSourceGenerationOptions(
    AllowTrailingCommas = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(StartFaceDetectionRequest))]
[JsonSerializable(typeof(StartFaceDetectionResponse))]
[JsonSerializable(typeof(GetFaceDetectionRequest))]
[JsonSerializable(typeof(GetFaceDetectionResponse))]
internal sealed partial class RekognitionJson : JsonSerializerContext;
