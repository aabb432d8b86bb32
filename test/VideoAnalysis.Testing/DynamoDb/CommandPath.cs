namespace VideoAnalysis.Testing.DynamoDb;

/// <summary>Finds commands that tests need.</summary>
internal static class CommandPath
{
    /// <summary>The full path of a command.</summary>
    /// <exception cref="InvalidOperationException">It is not there; the message has the command that installs it.</exception>
    public static string Find(string command, string installation)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"DynamoDB Local, which these tests run against, needs \"{command}\", and it is not on the PATH. " +
                $"On Debian: {installation}");
    }
}
