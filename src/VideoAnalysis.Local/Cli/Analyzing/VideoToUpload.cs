namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>A file to analyse.</summary>
/// <param name="Path">Where it is, as a full path.</param>
/// <param name="Key">The object key that it is uploaded under.</param>
internal sealed record VideoToUpload(string Path, string Key);
