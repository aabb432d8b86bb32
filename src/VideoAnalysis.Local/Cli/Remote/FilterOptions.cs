using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary>The options that say which detections of a video are wanted.</summary>
internal sealed class FilterOptions
{
    private readonly Option<IReadOnlyList<string>?> _analyses = AnalysesOption.Create(
        "Only these analyses (default: all that the video has).");

    private readonly Option<long?> _from = Timestamp("--from", "Only what is seen from this time on");
    private readonly Option<long?> _to = Timestamp("--to", "Only what is seen up to this time");

    private readonly Option<float?> _minConfidence = new("--min-confidence")
    {
        Description = "Only what has at least this confidence, 0 to 100.",
        HelpName = "percent",
        CustomParser = result =>
            float.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var value) && value <= 100
                ? value
                : Refuse<float?>(
                    result, $"--min-confidence takes a number from 0 to 100, not \"{result.Tokens[0].Value}\"."),
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_analyses);
        command.Options.Add(_from);
        command.Options.Add(_to);
        command.Options.Add(_minConfidence);
    }

    /// <summary>The detections that the command line asks for.</summary>
    /// <exception cref="UsageException">There can be none.</exception>
    public DetectionFilter Read(ParseResult parsed)
    {
        var (from, to) = (parsed.GetValue(_from), parsed.GetValue(_to));
        return from > to
            ? throw new UsageException(
                $"--from {Timestamps.Format(from.Value)} is after --to {Timestamps.Format(to.Value)}.")
            : new()
            {
                Analyses = parsed.GetValue(_analyses),
                From = from,
                To = to,
                MinConfidence = parsed.GetValue(_minConfidence),
            };
    }

    private static Option<long?> Timestamp(string name, string description) => new(name)
    {
        Description = $"{description}: 1:02.5 (minutes, seconds), 1:00:02.5, or milliseconds.",
        HelpName = "time",
        CustomParser = result => Timestamps.Parse(result.Tokens[0].Value)
            ?? Refuse<long?>(
                result, $"{name} takes a time as 1:02.5, or milliseconds, not \"{result.Tokens[0].Value}\"."),
    };

    private static T? Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
