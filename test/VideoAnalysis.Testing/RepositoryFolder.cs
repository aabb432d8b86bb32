namespace VideoAnalysis.Testing;

/// <summary>The folder that the tests were built from.</summary>
public static class RepositoryFolder
{
    /// <summary>Its full path.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "VideoAnalysis.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException(
            $"{AppContext.BaseDirectory} lies in no folder with a VideoAnalysis.sln: run the tests where they were " +
            "built.");
    }
}
