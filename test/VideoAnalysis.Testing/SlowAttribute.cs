using Xunit.v3;

namespace VideoAnalysis.Testing;

/// <summary>
/// Marks what takes seconds rather than milliseconds: a browser, a process, a network or a database of its own.
/// <c>./run-tests --fast</c> leaves it out.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SlowAttribute : Attribute, ITraitAttribute
{
    /// <summary>The trait, by name and value.</summary>
    public const string Trait = "speed", Value = "slow";

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(Trait, Value)];
}
