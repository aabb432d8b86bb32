using System.Globalization;

namespace VideoAnalysis.Functions.Settings;

/// <summary>Reads settings from environment variables. One that is blank counts as not set.</summary>
/// <param name="read">Reads a variable; null when it is not set.</param>
internal sealed class SettingReader(Func<string, string?> read)
{
    /// <summary>A setting; null when it is not set.</summary>
    public string? Optional(string variable) =>
        read(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>A setting without which there is nothing to do.</summary>
    /// <exception cref="SettingException">The setting is not set.</exception>
    public string Required(string variable) => Optional(variable) ?? throw new SettingException(variable, "is not set");

    /// <summary>Names with commas between them; none when the setting is not set.</summary>
    public IReadOnlyList<string> Names(string variable) => (Optional(variable) ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// A setting that is one of a few words, which are written as they stand here; the first when it is not set.
    /// </summary>
    /// <exception cref="SettingException">The setting is none of the words.</exception>
    public T Choice<T>(string variable, params ReadOnlySpan<(string Word, T Meaning)> words)
    {
        var value = Optional(variable) ?? words[0].Word;
        var allowed = new List<string>();
        foreach (var (word, meaning) in words)
        {
            if (word == value)
            {
                return meaning;
            }

            allowed.Add(word);
        }

        throw new SettingException(variable, $"is \"{value}\"; it has to be {string.Join(" or ", allowed)}");
    }

    /// <summary>A whole number; null when the setting is not set.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="least">The least that it can be, 0 or more.</param>
    /// <param name="most">The most.</param>
    /// <param name="what">What it counts, as in <c>days</c>.</param>
    /// <exception cref="SettingException">The setting is not a whole number in this range.</exception>
    public int? Number(string variable, int least, int most, string what) => Optional(variable) switch
    {
        null => null,
        var value when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
            number >= least && number <= most => number,
        var value => throw new SettingException(
            variable, $"is \"{value}\"; it has to be a number of {what} from {least} to {most}"),
    };

    /// <summary>A number that may have a fraction; null when the setting is not set.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="least">The least that it can be.</param>
    /// <param name="most">The most.</param>
    /// <exception cref="SettingException">The setting is not a number in this range.</exception>
    public float? Fraction(string variable, float least, float most) => Optional(variable) switch
    {
        null => null,
        var value when float.TryParse(
            value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) &&
            number >= least && number <= most => number,
        var value => throw new SettingException(
            variable,
            string.Create(
                CultureInfo.InvariantCulture, $"is \"{value}\"; it has to be a number from {least} to {most}")),
    };

    /// <summary>An address.</summary>
    /// <exception cref="SettingException">The setting is not set, or is not an HTTP address.</exception>
    public Uri RequiredUrl(string variable, string what) => Required(variable) switch
    {
        var value when Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" => url,
        var value => throw new SettingException(variable, $"is \"{value}\"; it has to be {what}"),
    };

    /// <summary>The ARN of something of a service.</summary>
    /// <exception cref="SettingException">The setting is not set, or is not an ARN of the service.</exception>
    public string RequiredArn(string variable, string service) => Required(variable) switch
    {
        var value when value.Split(':') is ["arn", _, var named, _, _, ..] && named == service => value,
        var value => throw new SettingException(variable, $"is \"{value}\"; it has to be an ARN of {service}"),
    };
}
