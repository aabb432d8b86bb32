using System.CommandLine;
using System.Globalization;

namespace VideoAnalysis.Local.Cli.Arguments;

/// <summary>Options whose value is a number.</summary>
internal static class NumberOption
{
    /// <summary>An option whose value is 1 or more.</summary>
    public static Option<int> Positive(string name, string description, int defaultValue, params string[] aliases) =>
        Create(name, description, "number", 1, int.MaxValue, "a number, 1 or more", defaultValue, aliases);

    /// <summary>An option whose value is in a range.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="helpName">What its value is called.</param>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The most.</param>
    /// <param name="allowed">The range in words.</param>
    /// <param name="defaultValue">What is taken without it.</param>
    /// <param name="aliases">Its other names.</param>
    public static Option<int> Create(
        string name, string description, string helpName, int minimum, int maximum, string allowed, int defaultValue,
        params string[] aliases) =>
        new(name, aliases)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    && number >= minimum && number <= maximum)
                {
                    return number;
                }

                result.AddError($"{name} takes {allowed}, not \"{text}\".");
                return defaultValue;
            },
        };
}
