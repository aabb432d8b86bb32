using System.CommandLine;
using System.CommandLine.Completions;
using VideoAnalysis.Functions;

namespace VideoAnalysis.Local.Cli.Arguments;

/// <summary>The option that names analyses: with commas between them, or one after the other.</summary>
internal static class AnalysesOption
{
    /// <summary>The option.</summary>
    /// <param name="description">What it does to them.</param>
    /// <returns>Without it its value is null.</returns>
    public static Option<IReadOnlyList<string>?> Create(string description)
    {
        var option = New(description);
        option.CompletionSources.Add(_ => RekognitionAnalyses.Read(new(_ => null)).Analyses.All.Select(
            analysis => new CompletionItem(analysis.Name)));
        return option;
    }

    private static Option<IReadOnlyList<string>?> New(string description) => new("--analyses")
    {
        Description = $"{description} As in --analyses faces,labels.",
        HelpName = "names",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => null,
        CustomParser = result =>
        {
            List<string> names = [.. result.Tokens
                .SelectMany(token => token.Value.Split(','))
                .Select(name => name.Trim())
                .Distinct(StringComparer.Ordinal)];
            if (names.Contains(""))
            {
                result.AddError(
                    "--analyses takes the names of analyses, with commas between them; one of them is empty.");
            }

            return names;
        },
    };
}
