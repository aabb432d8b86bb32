namespace VideoAnalysis.Testing;

/// <summary>Finds commands that tests need.</summary>
public static class CommandPath
{
    /// <summary>The full path of a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="what">What needs it.</param>
    /// <param name="installation">How Debian installs it.</param>
    /// <exception cref="InvalidOperationException">
    /// It is not there; the message has the command that installs it.
    /// </exception>
    public static string Find(string command, string what, string installation)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"{what} needs \"{command}\", and it is not on the PATH. On Debian: {installation}");
    }
}
