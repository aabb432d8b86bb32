using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>The headers of an object as they stand in the database.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class HeadersJson : JsonSerializerContext
{
    public static string Write(IReadOnlyDictionary<string, string> headers) =>
        JsonSerializer.Serialize(new Dictionary<string, string>(headers), Default.DictionaryStringString);

    public static IReadOnlyDictionary<string, string> Read(string json) =>
        JsonSerializer.Deserialize(json, Default.DictionaryStringString) ?? [];
}
