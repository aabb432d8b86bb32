using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Rekognition.Persons;

/// <summary>The JSON of face search: members as the model spells them, absent where there is nothing to say.</summary>
[JsonSerializable(typeof(StartFaceSearchRequest))]
[JsonSerializable(typeof(GetFaceSearchRequest))]
[JsonSerializable(typeof(PersonItem))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class PersonJson : JsonSerializerContext;
