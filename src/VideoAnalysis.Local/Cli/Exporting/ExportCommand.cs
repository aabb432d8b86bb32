using System.CommandLine;
using VideoAnalysis.Functions;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary><c>export</c>: the results of the whole library.</summary>
internal static class ExportCommand
{
    private const string Json = "ndjson";
    private const string Csv = "csv";
    private const string Parquet = "parquet";

    public static Command Create()
    {
        var format = ChoiceOption.Create(
            "--format",
            "A line of JSON a detection, a row a detection of one analysis, or a folder of files.",
            "format",
            Json,
            Csv,
            Parquet);
        format.Required = true;
        var names = AnalysesOption.Create("Whose results.");
        names.Required = true;
        var prefix = new Option<string>("--prefix")
        {
            Description = "Only videos whose object key begins with this.",
            HelpName = "text",
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "The file to write, or for parquet the folder. If it is interrupted, the same command " +
                "goes on. Without it: standard output.",
            HelpName = "file|folder",
        };
        var command = new Command("export", "Writes the detections of all videos, newest first, for other programs.")
        {
            format,
            names,
            prefix,
            output,
        };
        var api = new ApiOptions();
        api.AddTo(command);
        command.SetAction((parsed, cancellationToken) => CommandGuard.RunAsync(
            async stop =>
            {
                var analyses = parsed.GetValue(names)!;
                await using var export = Open(parsed.GetValue(format)!, analyses, parsed.GetValue(output));
                using var client = await api.OpenAsync(parsed, stop);
                return await new ExportRun(client, export, Console.Error)
                    .RunAsync(analyses, parsed.GetValue(prefix), stop);
            },
            cancellationToken));
        return command;
    }

    /// <summary>Where the command line wants the results.</summary>
    /// <exception cref="UsageException">The results cannot be written to the place that was named.</exception>
    private static IExport Open(string format, IReadOnlyList<string> names, string? output)
    {
        var registry = RekognitionAnalyses.Read(new(_ => null)).Analyses;
        if (names.FirstOrDefault(name => registry.Find(name) is null) is { } unknown)
        {
            throw new UsageException(
                $"There is no analysis \"{Printable.Line(unknown)}\"; there are " +
                $"{string.Join(", ", registry.All.Select(analysis => analysis.Name))}.");
        }

        return format switch
        {
            Parquet when output is null => throw new UsageException("Parquet needs a folder: name one with --output."),
            Parquet when ParquetExport.IsWhole(output) => throw new UsageException(
                $"{Printable.Line(output)} holds an export already: remove it, or name another folder."),
            Parquet => new ParquetExport(output, registry),
            Csv when names is not [_] => throw new UsageException(
                "CSV has the columns of one analysis: name one with --analyses, and run it again for others."),
            Csv => Text(new CsvRows(registry.Find(names[0])!), output),
            _ => Text(new JsonRows(), output),
        };
    }

    private static TextExport Text(ITextRows rows, string? output) =>
        output is null ? new(rows, Console.OpenStandardOutput(), progress: null) : TextExport.ToFile(rows, output);
}
