using System.Text.Json.Serialization;
using VideoAnalysis.Functions.Rekognition;

namespace VideoAnalysis.Functions.Sqs;

/// <summary>The JSON of the messages that the system sends itself, and of those that Rekognition sends.</summary>
[JsonSerializable(typeof(BacklogMessage))]
[JsonSerializable(typeof(CompletionMessage))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class MessageJson : JsonSerializerContext;
