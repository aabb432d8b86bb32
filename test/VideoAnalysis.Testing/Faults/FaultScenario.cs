using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;

namespace VideoAnalysis.Testing.Faults;

/// <summary>A story that has to end the same whatever goes wrong on the way.</summary>
/// <param name="Name">What happens in it.</param>
/// <param name="Play">Plays it. What is left under way is delivered afterwards.</param>
public sealed record FaultScenario(string Name, Func<FaultWorld, Task> Play)
{
    /// <summary>The analyses that every upload gets.</summary>
    public AnalysisRegistry Analyses { get; init; } = new(new FaceAnalysis(FaceAttributes.Default));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
