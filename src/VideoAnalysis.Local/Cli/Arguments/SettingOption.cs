using System.CommandLine;

namespace VideoAnalysis.Local.Cli.Arguments;

/// <summary>An option that changes a setting of the functions, which on AWS is a parameter of the template.</summary>
/// <param name="Option">The option.</param>
/// <param name="Variable">The environment variable that the setting is on AWS.</param>
/// <param name="Read">Its value; null leaves the setting as it is.</param>
internal sealed record SettingOption(Option Option, string Variable, Func<ParseResult, string?> Read);
