using System.Text.Json.Serialization;
using VideoAnalysis.Analyses.Persons;

namespace VideoAnalysis.Functions.Persons;

/// <summary>Who is known.</summary>
/// <param name="Persons">In the order of their names.</param>
internal sealed record PersonList(IReadOnlyList<KnownPerson> Persons);

/// <summary>The JSON of known persons and faces.</summary>
[JsonSerializable(typeof(PersonList))]
[JsonSerializable(typeof(EnrolledFace))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class PersonListJson : JsonSerializerContext;
