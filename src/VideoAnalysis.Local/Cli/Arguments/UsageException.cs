namespace VideoAnalysis.Local.Cli.Arguments;

/// <summary>The command line asks for something that cannot be. The message says what, and what would do.</summary>
internal sealed class UsageException(string message) : Exception(message);
