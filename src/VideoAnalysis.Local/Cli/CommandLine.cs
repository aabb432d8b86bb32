using System.CommandLine;
using System.CommandLine.Invocation;
using VideoAnalysis.Local.Cli.Analyzing;
using VideoAnalysis.Local.Cli.Completing;
using VideoAnalysis.Local.Cli.Exporting;
using VideoAnalysis.Local.Cli.Persons;
using VideoAnalysis.Local.Cli.Remote;
using VideoAnalysis.Local.Cli.Rendering;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Local.Cli.Stack;

namespace VideoAnalysis.Local.Cli;

/// <summary>The command line: what there is to say, and what the process ends with.</summary>
internal static class CommandLine
{
    /// <summary>The name of the script that starts this.</summary>
    public const string Name = "videoanalysis";

    /// <summary>How long a command may take to end after Ctrl-C, before the process is ended under it.</summary>
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(20);

    /// <summary>A file may be called "@home.mp4": that is no file of further arguments.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var root = CreateRoot();
        var parsed = root.Parse(args, Parsing);
        var run = new InvocationConfiguration { ProcessTerminationTimeout = TerminationTimeout };
        if (parsed.Action is ParseErrorAction error)
        {
            // The likely words are no result, which somebody may have piped on.
            run.Output = args.Count == 0 ? run.Output : Console.Error;

            // Whoever typed something wants to know what is wrong with it, not to read a screen of help.
            error.ShowHelp = args.Count == 0;
        }

        var code = await parsed.InvokeAsync(run);

        if (parsed.Errors.Count == 0)
        {
            return code;
        }

        // System.CommandLine ends with 1 where it could not make sense of the command line.
        var command = parsed.CommandResult.Command == root ? "" : $" {parsed.CommandResult.Command.Name}";
        await Console.Error.WriteLineAsync($"{Name}{command} --help shows how.");
        return ExitCodes.Usage;
    }

    /// <summary>The program's command, with all that there are below it.</summary>
    internal static Command CreateRoot()
    {
        // Not a RootCommand, which takes its name from the file of the program; people start it by a script.
        var root = new Command(
            Name, "Finds out who and what is seen in a video, and when: this project's AWS stack, on this machine.")
        {
            HelpWithExamples.Option(),
            new VersionOption(),
        };
        root.Subcommands.Add(AnalyzeCommand.Create());
        root.Subcommands.Add(UpCommand.Create());
        root.Subcommands.Add(ResultsCommand.Create());
        root.Subcommands.Add(StartCommand.Create());
        root.Subcommands.Add(ListCommand.Create());
        root.Subcommands.Add(DeleteCommand.Create());
        root.Subcommands.Add(PersonsCommand.Create());
        root.Subcommands.Add(ExportCommand.Create());
        root.Subcommands.Add(RenderCommand.Create());
        root.Subcommands.Add(RedriveCommand.Create());
        root.Subcommands.Add(CompletionCommand.Create());
        root.Subcommands.Add(CompleteCommand.Create(root));
        return root;
    }
}
