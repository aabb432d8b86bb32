using System.Text.Json.Serialization;

namespace VideoAnalysis.Local.Cli.Answers;

/// <summary>Asks the HTTP API to start analyses of a video.</summary>
/// <param name="Analyses">Their names; null for those that every upload gets.</param>
/// <param name="Again">Whether those that succeeded are done again, too.</param>
internal sealed record AnalysesRequest(IReadOnlyList<string>? Analyses, bool Again);

[JsonSerializable(typeof(AnalysesRequest))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class RequestJson : JsonSerializerContext;
