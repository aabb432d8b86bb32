namespace VideoAnalysis.Local.Cli.Stack;

/// <summary>Where things are kept.</summary>
internal static class DataFolders
{
    /// <summary>
    /// The user's own, kept from one run to the next: $XDG_DATA_HOME/videoanalysis, or ~/.local/share/videoanalysis.
    /// </summary>
    public static string Default { get; } = Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "videoanalysis");
}
