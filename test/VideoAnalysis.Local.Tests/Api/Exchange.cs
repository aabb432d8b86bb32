using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoAnalysis.Local.Tests.Api;

/// <summary>A request and its answer, as build/openapi/validate.mjs reads them.</summary>
/// <param name="Operation">The operation of openapi.yaml, as in <c>GET /results/{video}</c>.</param>
/// <param name="Query">The query's parameters.</param>
/// <param name="RequestBody">The request's JSON; null when it has none.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="ContentType">The answer's media type.</param>
/// <param name="Headers">The answer's headers.</param>
/// <param name="Body">The answer's body, decompressed.</param>
internal sealed record Exchange(
    string Operation,
    IReadOnlyDictionary<string, string> Query,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? RequestBody,
    int Status,
    string? ContentType,
    IReadOnlyDictionary<string, string> Headers,
    string Body)
{
    [JsonIgnore]
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Text(string member) => Json.GetProperty(member).GetString()!;
}
