namespace VideoAnalysis.Testing.Faults;

/// <summary>A story that has to end the same whatever goes wrong on the way.</summary>
/// <param name="Name">What happens in it.</param>
/// <param name="Play">Plays it. What is left under way is delivered afterwards.</param>
public sealed record FaultScenario(string Name, Func<FaultWorld, Task> Play)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
