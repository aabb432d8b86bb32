using VideoAnalysis.Analyses;

namespace VideoAnalysis.Jobs;

/// <summary>
/// How far the results of a job have been collected. It lies on the boundary of two chunks: everything before it
/// is stored, nothing after it is.
/// </summary>
/// <param name="NextToken">The engine's token of the page to go on with; null for the first page.</param>
/// <param name="Skip">How many detections of that page are stored already.</param>
/// <param name="Chunks">How many chunks are stored; the next one's sequence number.</param>
/// <param name="Summary">The summary of what is stored.</param>
/// <param name="Tracker">The state of the appearances that are open, in base64; null at the beginning.</param>
public sealed record CollectionCheckpoint(
    string? NextToken, int Skip, int Chunks, Summary Summary, string? Tracker = null);
