using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Rekognition.Segments;

/// <summary>
/// The JSON of segment detection: members as the model spells them, absent where there is nothing to say.
/// </summary>
[JsonSerializable(typeof(StartSegmentDetectionRequest))]
[JsonSerializable(typeof(SegmentItem))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class SegmentWireJson : JsonSerializerContext;
