using System.Globalization;

namespace VideoAnalysis.Mutate;

/// <summary>The survivors, and a table of the folders.</summary>
internal sealed class Report
{
    private readonly List<(Mutation Mutation, Outcome Outcome)> _all = [];

    /// <summary>How many mutants there are so far.</summary>
    public int Count => _all.Count;

    /// <summary>Adds a mutant.</summary>
    public void Add(Mutation mutation, Outcome outcome) => _all.Add((mutation, outcome));

    /// <summary>Writes everything.</summary>
    public void Write(TextWriter output)
    {
        foreach (var (mutation, outcome) in _all.Where(each => !IsNoticed(each.Outcome))
            .OrderBy(each => each.Mutation.File, StringComparer.Ordinal).ThenBy(each => each.Mutation.Line))
        {
            output.WriteLine($"{(outcome == Outcome.NotReached ? "not reached" : "survived")}  {mutation}");
        }

        output.WriteLine();
        output.WriteLine("| folder | mutants | killed | timed out | survived | not reached | killed or timed out |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var folder in _all.GroupBy(each => each.Mutation.Folder)
            .OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            WriteLine(output, folder.Key, [.. folder.Select(each => each.Outcome)]);
        }

        WriteLine(output, "all", [.. _all.Select(each => each.Outcome)]);
    }

    private static void WriteLine(TextWriter output, string name, List<Outcome> outcomes)
    {
        var counts = Enum.GetValues<Outcome>().Select(each => outcomes.Count(outcome => outcome == each));
        var noticed = string.Create(
            CultureInfo.InvariantCulture, $"{100.0 * outcomes.Count(IsNoticed) / Math.Max(1, outcomes.Count):F1} %");
        output.WriteLine($"| {name} | {outcomes.Count} | {string.Join(" | ", counts)} | {noticed} |");
    }

    private static bool IsNoticed(Outcome outcome) => outcome is Outcome.Killed or Outcome.TimedOut;
}
