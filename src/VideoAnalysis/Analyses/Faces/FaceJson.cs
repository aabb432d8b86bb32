using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Appearances;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Faces;

[JsonSerializable(typeof(FaceDetection))]
[JsonSerializable(typeof(FaceSummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class FaceJson : JsonSerializerContext;
