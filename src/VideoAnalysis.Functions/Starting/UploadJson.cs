using System.Text.Json.Serialization;

namespace VideoAnalysis.Functions.Starting;

/// <summary>The JSON of what S3 says of uploads.</summary>
[JsonSerializable(typeof(S3Record))]
[JsonSerializable(typeof(S3BridgeEvent))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class UploadJson : JsonSerializerContext;
