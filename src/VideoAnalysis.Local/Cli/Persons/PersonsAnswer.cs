using System.Text.Json.Serialization;
using VideoAnalysis.Analyses.Persons;

namespace VideoAnalysis.Local.Cli.Persons;

/// <summary>The HTTP API's answer to a list of the known persons.</summary>
internal sealed record PersonsAnswer
{
    public required IReadOnlyList<KnownPerson> Persons { get; init; }
}

[JsonSerializable(typeof(PersonsAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PersonsJson : JsonSerializerContext;
