using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>
/// The JSON that all operations share: members as the model spells them, absent where there is nothing to say.
/// </summary>
[JsonSerializable(typeof(StartJobRequest))]
[JsonSerializable(typeof(StartJobResponse))]
[JsonSerializable(typeof(GetJobRequest))]
[JsonSerializable(typeof(RekognitionErrorBody))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ProtocolJson : JsonSerializerContext;
