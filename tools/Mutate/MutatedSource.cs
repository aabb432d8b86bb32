using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VideoAnalysis.Mutate;

/// <summary>
/// Source code with all mutants in it, each behind a switch: it is compiled once. An environment variable chooses the
/// mutant of a process, and another the file in which the process notes which mutants it reached.
/// </summary>
internal static partial class MutatedSource
{
    /// <summary>The variable that has the number of the active mutant; -1 for none.</summary>
    public const string ActiveVariable = "MUTANT";

    /// <summary>The variable that has the name of the file for the mutants that were reached.</summary>
    public const string ReachedVariable = "MUTANTS_REACHED";

    private const string Switch = """
        #nullable disable
        namespace VideoAnalysis;

        internal static class Mutant
        {
            private static readonly int Active = int.Parse(
                System.Environment.GetEnvironmentVariable("MUTANT") ?? "-1");

            private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, bool> Reached = Record();

            public static bool Is(int number)
            {
                Reached?.TryAdd(number, true);
                return number == Active;
            }

            private static System.Collections.Concurrent.ConcurrentDictionary<int, bool> Record()
            {
                var file = System.Environment.GetEnvironmentVariable("MUTANTS_REACHED");
                if (file is null)
                {
                    return null;
                }

                var reached = new System.Collections.Concurrent.ConcurrentDictionary<int, bool>();
                System.AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                    System.IO.File.WriteAllText(file, string.Join(' ', reached.Keys));
                return reached;
            }
        }

        """;

    /// <summary>Writes mutants into the files of a checkout, and their switch into the project.</summary>
    public static void Write(string root, string project, IReadOnlyDictionary<int, Mutation> mutations)
    {
        File.WriteAllText(Path.Combine(root, project, "Mutant.cs"), Switch);
        foreach (var file in mutations.GroupBy(each => each.Value.File))
        {
            var path = Path.Combine(root, file.Key);
            var source = File.ReadAllText(path);
            File.WriteAllText(path, Mutate(source, 0, source.Length, [.. file.Select(each => (each.Key, each.Value))]));
        }
    }

    /// <summary>The numbers of the mutants that a line of code has.</summary>
    public static IEnumerable<int> NumbersIn(string line) =>
        Asked().Matches(line).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    // Mutations may lie within others: the outermost are written first, and those within them into the original code.
    private static string Mutate(string source, int start, int end, List<(int Number, Mutation Mutation)> all)
    {
        var result = new StringBuilder();
        var at = start;
        var rest = all.OrderBy(each => each.Mutation.Start).ThenByDescending(each => each.Mutation.Length).ToList();
        while (rest.Count > 0)
        {
            var first = rest[0].Mutation;
            var (from, to) = (first.Start, first.Start + first.Length);
            var same = rest.Where(each => each.Mutation.Start == from && each.Mutation.Length == first.Length).ToList();
            var within = rest.Where(each => each.Mutation.Start >= from && each.Mutation.Start < to)
                .Except(same).ToList();
            result.Append(source, at, from - at);
            result.Append(Asking(same, Mutate(source, from, to, within)));
            at = to;
            rest = [.. rest.Except(same).Except(within)];
        }

        return result.Append(source, at, end - at).ToString();
    }

    private static string Asking(List<(int Number, Mutation Mutation)> mutations, string original) =>
        mutations.Aggregate(original, (code, each) => each.Mutation.Replacement.Length == 0
            ? $"if (!global::VideoAnalysis.Mutant.Is({each.Number})) {{ {code} }}"
            : $"(global::VideoAnalysis.Mutant.Is({each.Number}) ? ({each.Mutation.Replacement}) : ({code}))");

    [GeneratedRegex(@"Mutant\.Is\((\d+)\)")]
    private static partial Regex Asked();
}
