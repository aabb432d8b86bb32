namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>Something that a function needs to be allowed to do.</summary>
/// <param name="Action">The IAM action.</param>
/// <param name="Resource">On what, as <see cref="PolicyStatement.Resources"/> has it.</param>
/// <param name="Because">What needs it: a call in the code, or a setting of the function in the template.</param>
internal sealed record Permission(string Action, string Resource, string Because)
{
    /// <summary>The analysis without which it is not needed; null when it always is.</summary>
    public string? Analysis { get; init; }

    /// <summary>As <see cref="PolicyStatement.Pairs"/> has it.</summary>
    public string Pair => $"{Action} {Resource}";
}
