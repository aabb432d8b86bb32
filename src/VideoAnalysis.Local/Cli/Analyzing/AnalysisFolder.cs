namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>The data folder of an analysis: one to keep, or one that goes with it.</summary>
internal sealed class AnalysisFolder : IDisposable
{
    private readonly bool _temporary;

    private AnalysisFolder(string path, bool temporary)
    {
        Path = path;
        _temporary = temporary;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>A folder that stays.</summary>
    public static AnalysisFolder Kept(string path) => new(path, temporary: false);

    /// <summary>
    /// A new folder among the system's temporary ones ($TMPDIR), which needs room for a copy of the videos.
    /// </summary>
    public static AnalysisFolder Temporary() =>
        new(Directory.CreateTempSubdirectory("videoanalysis-").FullName, temporary: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_temporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
