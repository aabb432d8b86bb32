using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Files;

/// <summary>Where results go in one format.</summary>
/// <param name="Format">The format.</param>
/// <param name="Place">A file, a folder, or <see cref="StandardOutput"/>, as the command line names it.</param>
/// <param name="IsFolder">Whether it is a folder, which gets a file a video.</param>
/// <param name="Kind">What is written.</param>
internal sealed record FileTarget(FileFormat Format, string Place, bool IsFolder, ResultKind Kind)
{
    /// <summary>What stands for standard output.</summary>
    public const string StandardOutput = "-";

    /// <summary>Whether it is standard output.</summary>
    public bool IsStandardOutput => Place == StandardOutput;

    /// <summary>
    /// The file of an analysis of a video. In a folder it is named after both, as in <c>film.mp4.labels.csv</c>, and a
    /// key that has folders has them here too. A file that is named is that file, unless several analyses share it:
    /// then the analysis comes before the extension.
    /// </summary>
    /// <param name="key">The object key.</param>
    /// <param name="analysis">The analysis.</param>
    /// <param name="isOnly">Whether it is the only one that is written.</param>
    /// <exception cref="UsageException">The key would lead out of the folder.</exception>
    public string FileOf(string key, string analysis, bool isOnly)
    {
        if (!IsFolder)
        {
            return isOnly ? Place : Path.ChangeExtension(Place, analysis + Path.GetExtension(Place));
        }

        return key.Contains('\0', StringComparison.Ordinal)
            || key.Split('/').Any(segment => segment is "" or "." or "..")
            ? throw new UsageException(
                $"--{Format.Name} needs the name of a file: \"{Printable.Line(key)}\" makes none.")
            : Path.Combine(Place, $"{key}.{analysis}{Kind.FileSuffix}.{Format.Name}");
    }
}
