namespace VideoAnalysis.Local.Hosting;

/// <summary>
/// Analyses are asked for that there are not on this machine. The message names them, and what there is.
/// </summary>
/// <param name="unavailable">The names that are asked for.</param>
/// <param name="available">The names that there are.</param>
internal sealed class UnavailableAnalysisException(IEnumerable<string> unavailable, IEnumerable<string> available)
    : LocalStackException(
        $"There is no analysis {string.Join(" or ", unavailable.Select(name => $"\"{Printable.Line(name)}\""))} on " +
        $"this machine. There is: {string.Join(", ", available)}.");
