namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>The results of one analysis of one video: what is exported as a whole.</summary>
/// <param name="Video">The object key.</param>
/// <param name="Analysis">The analysis's name.</param>
/// <param name="CompletedAt">When it ended; a later analysis of the same video has another.</param>
internal sealed record ExportedResult(string Video, string Analysis, DateTimeOffset? CompletedAt);
