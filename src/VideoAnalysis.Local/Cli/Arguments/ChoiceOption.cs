using System.CommandLine;

namespace VideoAnalysis.Local.Cli.Arguments;

/// <summary>Options whose value is one of a few words, in whatever case.</summary>
internal static class ChoiceOption
{
    /// <summary>An option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="helpName">What its value is called.</param>
    /// <param name="words">The words, as the command gets them.</param>
    public static Option<string?> Create(
        string name, string description, string helpName, params IReadOnlyList<string> words)
    {
        var option = new Option<string?>(name)
        {
            Description = $"{description} One of {string.Join(", ", words)}.",
            HelpName = helpName,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                var word = words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
                if (word is null)
                {
                    result.AddError($"{name} takes one of {string.Join(", ", words)}, not \"{text}\".");
                }

                return word;
            },
        };
        option.CompletionSources.Add([.. words]);
        return option;
    }
}
