using System.CommandLine;
using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Stack.Persons;

/// <summary>The options that only the analysis of persons has.</summary>
internal static class PersonSettingOptions
{
    /// <summary>Creates the options.</summary>
    public static IReadOnlyList<SettingOption> Create()
    {
        var collection = new Option<string?>("--collection")
        {
            Description = "The collection of faces of those who are looked for. With it every video gets the " +
                "analysis of persons.",
            HelpName = "id",
        };
        return [new(collection, "COLLECTION_ID", parsed => parsed.GetValue(collection))];
    }
}
