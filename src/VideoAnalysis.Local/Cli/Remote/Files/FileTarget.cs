namespace VideoAnalysis.Local.Cli.Remote.Files;

/// <summary>Where results go in one format.</summary>
/// <param name="Format">The format.</param>
/// <param name="Place">A file, a folder, or <see cref="StandardOutput"/>, as the command line names it.</param>
/// <param name="IsFolder">Whether it is a folder, which gets a file a video.</param>
internal sealed record FileTarget(FileFormat Format, string Place, bool IsFolder)
{
    /// <summary>What stands for standard output.</summary>
    public const string StandardOutput = "-";

    /// <summary>Whether it is standard output.</summary>
    public bool IsStandardOutput => Place == StandardOutput;

    /// <summary>The file of a video. A key that has folders has them here too.</summary>
    /// <param name="key">The object key.</param>
    /// <exception cref="UsageException">The key would lead out of the folder.</exception>
    public string FileOf(string key)
    {
        if (!IsFolder)
        {
            return Place;
        }

        return key.Contains('\0', StringComparison.Ordinal) || key.Split('/').Any(segment => segment is "" or "." or "..")
            ? throw new UsageException($"--{Format.Name} needs the name of a file: \"{Printable.Line(key)}\" makes none.")
            : Path.Combine(Place, $"{key}.{Format.Name}");
    }
}
