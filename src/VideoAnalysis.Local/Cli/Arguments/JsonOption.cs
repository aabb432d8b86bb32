using System.CommandLine;

namespace VideoAnalysis.Local.Cli.Arguments;

/// <summary>The option that has a command answer for programs instead of people.</summary>
internal static class JsonOption
{
    /// <summary>The option.</summary>
    public static Option<bool> Create() => new("--json") { Description = "Print JSON, for other programs." };
}
