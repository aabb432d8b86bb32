using System.Text.Json.Nodes;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>The template of the deployed stack, parsed.</summary>
internal sealed class Stack
{
    /// <summary>template.yaml, read once.</summary>
    public static Stack Current { get; } = new();

    private Stack()
    {
        Template = CloudFormationYaml.Read(RepositoryFile.Path("template.yaml"));
        Resources =
            [.. Template[nameof(Resources)]!.AsObject().Select(pair => new Resource(pair.Key, pair.Value!.AsObject()))];
    }

    public JsonObject Template { get; }

    /// <summary>In the template's order.</summary>
    public IReadOnlyList<Resource> Resources { get; }

    public IReadOnlyList<Resource> Functions => OfType("AWS::Serverless::Function");

    public JsonNode FunctionDefaults => Template["Globals"]!["Function"]!;

    public Resource this[string name] => Resources.Single(resource => resource.Name == name);

    public IReadOnlyList<Resource> OfType(string type) => [.. Resources.Where(resource => resource.Type == type)];

    /// <summary>The resource that a <c>!Ref</c> or a <c>!GetAtt</c> points at; null for anything else.</summary>
    public static string? Target(JsonNode? node) => node is not JsonObject reference
        ? null
        : (reference["Ref"] ?? reference["Fn::GetAtt"])?.GetValue<string>().Split('.')[0];

    /// <summary>The elements of a list, or the one element that stands for it.</summary>
    public static IEnumerable<JsonNode?> Many(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list,
        _ => Enumerable.Repeat<JsonNode?>(node, 1), // An array of it would adopt the node.
    };
}
