using System.CommandLine;

namespace VideoAnalysis.Local.Cli.Arguments;

/// <summary>An option that changes a setting of the functions, which on AWS is a parameter of the template.</summary>
/// <param name="Option">The option.</param>
/// <param name="Variable">The environment variable that the setting is on AWS.</param>
/// <param name="Value">Its value with the option; without it, the setting stays as it is.</param>
internal sealed record SettingOption(Option<bool> Option, string Variable, string Value);
