using VideoAnalysis.Testing;

namespace VideoAnalysis.Functions.Tests;

/// <summary>Files of the repository that are not part of the build.</summary>
internal static class RepositoryFile
{
    /// <summary>The full path of a file, given from the repository's root.</summary>
    public static string Path(params ReadOnlySpan<string> parts) =>
        System.IO.Path.Combine([RepositoryFolder.Path, .. parts]);
}
