using VideoAnalysis.Videos;

namespace VideoAnalysis.Backlog;

/// <summary>A start that waits for room.</summary>
/// <param name="Upload">What to analyse.</param>
/// <param name="Analysis">The analysis's name.</param>
/// <param name="Refusals">How often the engine had no room for it since it began to wait.</param>
public sealed record BacklogEntry(Upload Upload, string Analysis, int Refusals = 0);
