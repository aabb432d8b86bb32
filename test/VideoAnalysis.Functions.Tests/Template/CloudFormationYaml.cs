using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>
/// Reads CloudFormation's YAML, short forms of its functions included, as the JSON that it stands for.
/// </summary>
internal static class CloudFormationYaml
{
    public static JsonObject Read(string path)
    {
        using var reader = File.OpenText(path);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return ToJson(yaml.Documents[0].RootNode)!.AsObject();
    }

    private static JsonNode? ToJson(YamlNode node)
    {
        JsonNode? value = node switch
        {
            YamlMappingNode mapping => ToObject(mapping),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Select(ToJson)]),
            YamlScalarNode scalar => ToValue(scalar),
            _ => throw new NotSupportedException($"{node.GetType()} at {node.Start}"),
        };

        // !Ref and !Condition stand for themselves; every other short form for "Fn::…".
        return node.Tag is { IsEmpty: false, IsNonSpecific: false, IsLocal: true } tag
            ? new JsonObject { [
                tag.Value is "!Ref" or "!Condition" ? tag.Value[1..] : "Fn::" + tag.Value[1..]] = value }
            : value;
    }

    private static JsonObject ToObject(YamlMappingNode mapping)
    {
        var result = new JsonObject();
        foreach (var (key, value) in mapping)
        {
            result.Add(((YamlScalarNode)key).Value!, ToJson(value));
        }

        return result;
    }

    private static JsonValue ToValue(YamlScalarNode scalar) => (scalar.Style, scalar.Value) switch
    {
        (ScalarStyle.Plain, "true") => JsonValue.Create(true),
        (ScalarStyle.Plain, "false") => JsonValue.Create(false),
        (ScalarStyle.Plain, { } number) when int.TryParse(number, out var integer) => JsonValue.Create(integer),
        (_, var text) => JsonValue.Create(text ?? ""),
    };
}
