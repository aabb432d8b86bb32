using System.CommandLine;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Completing;

/// <summary>
/// <c>complete</c>: what may come next on a command line, for the scripts of <see cref="CompletionCommand"/>.
/// </summary>
internal static class CompleteCommand
{
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static Command Create(Command root)
    {
        var position = new Option<int>("--position") { Description = "Where the cursor is.", Required = true };
        var line = new Argument<string>("line") { Description = "The command line so far." };
        var command = new Command("complete", "Prints what may come next on a command line.")
        {
            position,
            line,
        };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (var word in Of(root, parsed.GetValue(line)!, parsed.GetValue(position)))
            {
                Console.Out.WriteLine(word);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>What may stand where the cursor is.</summary>
    /// <param name="root">The program's command.</param>
    /// <param name="line">The line, with the program's name, by whatever path.</param>
    /// <param name="position">The cursor's place in the line.</param>
    internal static IEnumerable<string> Of(Command root, string line, int position)
    {
        var typed = line[..Math.Clamp(position, 0, line.Length)];
        var arguments = typed.IndexOf(' ', StringComparison.Ordinal) is var end and >= 0 ? typed[(end + 1)..] : "";
        return root.Parse(arguments, Parsing)
            .GetCompletions(arguments.Length)
            .Select(completion => completion.InsertText ?? completion.Label)
            .Where(word => !word.StartsWith('/') && word != "-?")
            .Distinct(StringComparer.Ordinal);
    }
}
