using System.Text.Json.Serialization;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Functions.Starting;

namespace VideoAnalysis.Functions.Sqs;

/// <summary>The JSON of the messages that the system sends itself, and of those that Rekognition and S3 send.</summary>
[JsonSerializable(typeof(BacklogMessage))]
[JsonSerializable(typeof(CompletionMessage))]
[JsonSerializable(typeof(S3Record))]
[JsonSerializable(typeof(S3BridgeEvent))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class MessageJson : JsonSerializerContext;
