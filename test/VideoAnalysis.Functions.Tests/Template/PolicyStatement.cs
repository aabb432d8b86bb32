using System.Text.Json.Nodes;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>One statement of an IAM or resource policy.</summary>
/// <param name="Owner">The resource that it belongs to.</param>
/// <param name="Definition">What it says.</param>
internal sealed record PolicyStatement(Resource Owner, JsonObject Definition)
{
    /// <summary>
    /// The template's condition without which the whole statement is not there; null when it always is.
    /// </summary>
    public string? OnlyIf { get; init; }

    public bool Allows => Definition["Effect"]!.GetValue<string>() == "Allow";

    public IEnumerable<string> Actions => ActionsWhere(_ => true);

    /// <summary>Each resource in short: a logical name, or the pattern of an ARN without the account's part.</summary>
    public IEnumerable<string> Resources => Stack.Many(Definition["Resource"]).Select(Shorten);

    public JsonNode? Condition => Definition[nameof(Condition)];

    /// <summary>Every pair of an action and a resource, as "action resource".</summary>
    public IEnumerable<string> Pairs => PairsWhere(_ => true);

    /// <summary>
    /// Every pair of an action and a resource, as "action resource", where some of the template's conditions hold.
    /// </summary>
    public IEnumerable<string> PairsWhere(Func<string, bool> holds) =>
        OnlyIf is not null && !holds(OnlyIf) ? []
            : ActionsWhere(holds).SelectMany(_ => Resources, (action, resource) => $"{action} {resource}");

    /// <summary>The statements of every policy that a resource has, and of those that are attached to it.</summary>
    public static IEnumerable<PolicyStatement> Of(Resource resource)
    {
        var documents = Stack.Many(resource["Policies"]).Select(policy => policy!["PolicyDocument"])
            .Append(resource["PolicyDocument"]);
        return documents.OfType<JsonNode>()
            .SelectMany(document => Stack.Many(document["Statement"]))
            .Select(statement => statement!["Fn::If"] is { } choice
                ? new PolicyStatement(resource, choice[1]!.AsObject()) { OnlyIf = choice[0]!.GetValue<string>() }
                : new PolicyStatement(resource, statement.AsObject()))
            .Concat(Stack.Many(resource["ManagedPolicyArns"])
                .SelectMany(policy => Of(Stack.Current[Stack.Target(policy)!])));
    }

    /// <summary>
    /// The actions; one that only a condition grants stands as <c>!If [condition, action, !Ref AWS::NoValue]</c>.
    /// </summary>
    private IEnumerable<string> ActionsWhere(Func<string, bool> holds) => Stack.Many(Definition["Action"])
        .Select(action => (action as JsonObject)?["Fn::If"] is not { } choice ? action
            : Stack.Target(choice[2]) != "AWS::NoValue" ? throw new NotSupportedException(choice.ToJsonString())
            : holds(choice[0]!.GetValue<string>()) ? choice[1]
            : null)
        .OfType<JsonNode>()
        .Select(action => action.GetValue<string>());

    private static string Shorten(JsonNode? resource) => resource switch
    {
        JsonValue literal => literal.GetValue<string>(),
        JsonObject sub when sub["Fn::Sub"] is JsonValue text => text.GetValue<string>()
            .Replace("arn:${AWS::Partition}:", "", StringComparison.Ordinal)
            .Replace("${AWS::Region}:${AWS::AccountId}:", "", StringComparison.Ordinal),
        JsonObject sub when sub["Fn::Sub"] is JsonArray parts => parts[0]!.GetValue<string>()
            .Replace("arn:${AWS::Partition}:", "", StringComparison.Ordinal),
        _ => Stack.Target(resource) ?? throw new NotSupportedException(resource?.ToJsonString()),
    };
}
