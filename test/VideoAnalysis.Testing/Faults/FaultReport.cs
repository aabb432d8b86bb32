namespace VideoAnalysis.Testing.Faults;

/// <summary>What the fault injection found.</summary>
/// <param name="Scenario">In which scenario.</param>
/// <param name="Points">How many ways of going wrong were tried.</param>
/// <param name="Differences">The first few that ended otherwise than the undisturbed run.</param>
public sealed record FaultReport(string Scenario, int Points, IReadOnlyList<string> Differences)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Points,5} points of failure: {Scenario}";
}
