namespace VideoAnalysis.Functions.Settings;

/// <summary>An environment variable is missing or wrong. The message names it, and says what it has to be.</summary>
public sealed class SettingException(string variable, string problem)
    : Exception($"The environment variable {variable} {problem}.")
{
    /// <summary>The variable's name.</summary>
    public string Variable { get; } = variable;
}
