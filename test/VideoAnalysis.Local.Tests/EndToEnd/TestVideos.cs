using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.EndToEnd;

/// <summary>The videos of the tests.</summary>
internal static class TestVideos
{
    /// <summary>Where a video is.</summary>
    public static string Path(string name) =>
        System.IO.Path.Combine(RepositoryFolder.Path, "test", "VideoAnalysis.Testing", "Videos", name);

    /// <summary>A video's bytes.</summary>
    public static Task<byte[]> ReadAsync(string name) =>
        File.ReadAllBytesAsync(Path(name), TestContext.Current.CancellationToken);
}
