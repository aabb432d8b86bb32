using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace VideoAnalysis.Local.Cli;

/// <summary>Ends the help of a command with examples of it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          videoanalysis analyze film.mp4                 what is in it
          videoanalysis analyze holiday/*.mp4 --data ~/holiday-results
          videoanalysis up                               S3 on port 4566, the HTTP API on port 3000
          videoanalysis evaluate samples/astronaut.mp4   how right the detector is

        """;

    /// <summary>Whoever asks for help need not have the rest right.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command.Name;
        var output = parseResult.InvocationConfiguration.Output;
        foreach (var line in Examples.Split('\n').Where((line, number) =>
            number == 0 || command == CommandLine.Name || line.Contains($" {command} ", StringComparison.Ordinal)))
        {
            output.WriteLine(line);
        }

        return code;
    }

    /// <summary>The option that asks for help.</summary>
    public static HelpOption Option()
    {
        var option = new HelpOption();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
        return option;
    }
}
