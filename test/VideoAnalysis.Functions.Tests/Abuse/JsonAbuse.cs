using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace VideoAnalysis.Functions.Tests.Abuse;

/// <summary>Damages JSON: nulls, missing members, other types, odd and huge texts, members that nobody knows.</summary>
internal static class JsonAbuse
{
    /// <summary>Becomes half a surrogate pair in the text, which no string can be made of.</summary>
    private const string HalfPair = "@half-a-pair@";

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 200 };

    private static readonly Gen<string> OddText = Gen.OneOf(
        Gen.OneOf("", " ", "null", "0", "-1", "9223372036854775808", "NaN", "%", "%ZZ", "%00", "%FF", "\0", "\u202e",
            "../..", "{", "[]"),
        Gen.Const(HalfPair),
        Gen.String,
        Gen.Int[1_000, 100_000].Select(length => new string('x', length)));

    /// <summary>Values, as JSON.</summary>
    private static readonly Gen<string> AnyValue = Gen.OneOf(
        Gen.OneOf("null", "0", "-1", "9223372036854775807", "1e300", "true", "[]", "{}", "[null,1,\"x\",{}]",
            "{\"a\":{\"b\":[]}}"),
        OddText.Select(text => JsonValue.Create(text).ToJsonString()),

        // Deeper than 64 no reader goes by default.
        Gen.Int[40, 80].Select(depth => new string('[', depth) + new string(']', depth)));

    /// <summary>One to three damages.</summary>
    public static Gen<Action<JsonObject>> Damage { get; } =
        Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, 3], AnyValue).Array[1,
            3].Select<(int, int, string)[], Action<JsonObject>>(
                damages => root =>
                {
                    foreach (var (place, kind, value) in damages)
                    {
                        Apply(root, place, kind, JsonNode.Parse(value, documentOptions: new() { MaxDepth = 100 }));
                    }
                });

    /// <summary>The JSON's text, with what no <see cref="JsonNode"/> can hold put in.</summary>
    public static string Write(JsonNode? json) =>
        (json?.ToJsonString(Deep) ?? "null").Replace(HalfPair, @"\ud83d", StringComparison.Ordinal);

    private static void Apply(JsonObject root, int place, int kind, JsonNode? value)
    {
        var members = Members(root).ToList();
        if (members.Count == 0)
        {
            return;
        }

        var (parent, name) = members[place % members.Count];
        switch (kind)
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                parent[$"unknown{place.ToString(CultureInfo.InvariantCulture)}"] = value;
                break;
            default:
                parent[name] = value;
                break;
        }
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonObject root) =>
        root.SelectMany(member => Members(member.Value).Prepend((root, member.Key)));

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonNode? node) => node switch
    {
        JsonObject child => Members(child),
        JsonArray array => array.SelectMany(Members),
        _ => [],
    };
}
