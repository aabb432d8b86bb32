namespace VideoAnalysis.Results;

/// <summary>A run of detections as it is stored: compressed together, in the order of their timestamps.</summary>
/// <param name="Sequence">0 for the first chunk of a job, then one up.</param>
/// <param name="From">The first detection's timestamp, in milliseconds.</param>
/// <param name="To">The last detection's timestamp, in milliseconds.</param>
/// <param name="Count">How many detections.</param>
/// <param name="Data">A JSON array of the detections, in gzip.</param>
public sealed record DetectionChunk(int Sequence, long From, long To, int Count, ReadOnlyMemory<byte> Data);
