using System.Text.Json.Serialization;

namespace VideoAnalysis.Functions.Api;

/// <summary>Asks for analyses of a video.</summary>
/// <param name="Analyses">Their names; null for those that every upload gets.</param>
/// <param name="Again">Whether those that succeeded are done again, too; null for not.</param>
internal sealed record AnalysisRequest(IReadOnlyList<string?>? Analyses, bool? Again);

/// <summary>The JSON of such a request.</summary>
[JsonSerializable(typeof(AnalysisRequest))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AnalysisRequestJson : JsonSerializerContext;
