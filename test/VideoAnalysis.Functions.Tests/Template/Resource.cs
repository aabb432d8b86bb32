using System.Text.Json.Nodes;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>One resource of the template.</summary>
/// <param name="Name">Its logical name.</param>
/// <param name="Definition">What the template says of it.</param>
internal sealed record Resource(string Name, JsonObject Definition)
{
    public string Type => Definition[nameof(Type)]!.GetValue<string>();

    public string? Condition => Definition[nameof(Condition)]?.GetValue<string>();

    public string? DeletionPolicy => Definition[nameof(DeletionPolicy)]?.GetValue<string>();

    public string? UpdateReplacePolicy => Definition[nameof(UpdateReplacePolicy)]?.GetValue<string>();

    /// <summary>The value of a property, by its path; null where there is none.</summary>
    public JsonNode? this[params ReadOnlySpan<string> path]
    {
        get
        {
            var node = Definition["Properties"];
            foreach (var name in path)
            {
                node = node?[name];
            }

            return node;
        }
    }

    public override string ToString() => $"{Name} ({Type})";
}
