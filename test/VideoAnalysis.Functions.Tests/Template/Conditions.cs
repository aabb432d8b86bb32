using System.Text.Json.Nodes;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>Evaluates the template's conditions as CloudFormation does.</summary>
/// <param name="given">The values of parameters; the others have their defaults.</param>
internal sealed class Conditions(IReadOnlyDictionary<string, string> given)
{
    private static readonly JsonNode Template = Stack.Current.Template;

    /// <summary>Whether a condition of the template is fulfilled.</summary>
    public bool Hold(string name) => IsTrue(Template[nameof(Conditions)]![name]
        ?? throw new ArgumentException($"There is no condition {name}.", nameof(name)));

    private bool IsTrue(JsonNode condition) => Only(condition) switch
    {
        ("Condition", var name) => Hold(name.GetValue<string>()),
        ("Fn::Not", var one) => !IsTrue(one[0]!),
        ("Fn::And", var all) => all.AsArray().All(each => IsTrue(each!)),
        ("Fn::Or", var any) => any.AsArray().Any(each => IsTrue(each!)),
        ("Fn::Equals", var two) => Text(two[0]!) == Text(two[1]!),
        var (name, _) => throw new NotSupportedException(name),
    };

    private string Text(JsonNode node) => node is JsonValue literal ? literal.GetValue<string>() : Only(node) switch
    {
        ("Ref", var name) => Value(name.GetValue<string>()),
        ("Fn::Sub", var text) => Template["Parameters"]!.AsObject().Aggregate(
            text.GetValue<string>(),
            (filled, parameter) =>
                filled.Replace($"${{{parameter.Key}}}", Value(parameter.Key), StringComparison.Ordinal)),
        ("Fn::Join", var parts) => string.Join(Text(parts[0]!), List(parts[1]!)),
        var (name, _) => throw new NotSupportedException(name),
    };

    private string[] List(JsonNode node) => Only(node) is ("Fn::Split", var parts)
        ? Text(parts[1]!).Split(Text(parts[0]!))
        : throw new NotSupportedException(node.ToJsonString());

    private string Value(string parameter) => given.GetValueOrDefault(parameter)
        ?? Template["Parameters"]![parameter]!["Default"]!.ToString();

    private static (string Name, JsonNode Argument) Only(JsonNode node)
    {
        var (name, argument) = node.AsObject().Single();
        return (name, argument!);
    }
}
