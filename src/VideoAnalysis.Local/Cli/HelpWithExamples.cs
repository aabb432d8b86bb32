using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace VideoAnalysis.Local.Cli;

/// <summary>Ends the help of a command with examples of it, and that of the whole with one of every command.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Deployed = "--endpoint https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

    private static readonly (string Command, string Example)[] Examples =
    [
        ("analyze", "film.mp4"),
        ("analyze", "holiday/*.mp4 --data ~/videos-and-results"),
        ("analyze", "film.mp4 --json film.json --csv film.csv --vtt film.vtt"),
        ("analyze", "film.mp4 --analyses faces --appearances --csv - | head"),
        ("analyze", "film.mp4 --report film.html"),
        ("up", ""),
        ("up", "--analyses faces"),
        ("up", "--webhook http://localhost:8080/ended"),
        ("up", "--port-s3 5000 --port-api 5001 --data ~/videos-and-results"),
        ("results", "film.mp4"),
        ("results", "film.mp4 --watch --csv film.csv"),
        ("results", "film.mp4 --from 1:02.5 --to 1:30 --min-confidence 90"),
        ("results", "film.mp4 --appearances --vtt film.vtt"),
        ("results", $"film.mp4 {Deployed}"),
        ("start", "film.mp4"),
        ("start", "film.mp4 --analyses faces --again"),
        ("list", ""),
        ("list", "--status FAILED --all"),
        ("list", Deployed),
        ("export", "--format ndjson --analyses faces,labels > detections.ndjson"),
        ("export", "--format parquet --analyses faces --prefix films/ --output detections"),
        ("delete", "film.mp4"),
        ("delete", $"film.mp4 --yes {Deployed}"),
        ("persons", ""),
        ("persons add", "\"Ada Lovelace\" ada-1.jpg ada-2.jpg"),
        ("persons forget", "\"Ada Lovelace\""),
        ("render", "film.mp4 --blur faces -o blurred.mp4"),
        ("render", "film.mp4 --blur \"persons:Ada Lovelace\" -o blurred.mp4"),
        ("render", "film.mp4 --boxes --analyses faces,text -o framed.mp4"),
        ("redrive", ""),
        ("completion", "bash"),
    ];

    /// <summary>Whoever asks for help need not have the rest right.</summary>
    public override bool ClearsParseErrors => true;

    /// <summary>The option that asks for help.</summary>
    public static HelpOption Option()
    {
        var option = new HelpOption();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
        return option;
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var asked = PathOf(parseResult.CommandResult);
        var shown = asked == CommandLine.Name
            ? Examples.DistinctBy(example => example.Command.Split(' ')[0])
            : Examples.Where(example => example.Command == asked
                || example.Command.StartsWith($"{asked} ", StringComparison.Ordinal));
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var (command, example) in shown)
        {
            output.WriteLine($"  {CommandLine.Name} {command} {example}".TrimEnd());
        }

        output.WriteLine();
        return code;
    }

    /// <summary>The names of a command and those above it, as in <c>persons add</c>.</summary>
    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult { Parent: not null } above ? $"{PathOf(above)} {command.Command.Name}"
            : command.Command.Name;
}
