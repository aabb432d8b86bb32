using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>Which chunks to read: those of one job that may hold detections of a stretch of time.</summary>
/// <param name="Key">The object key.</param>
/// <param name="Tag">The job's analysis and token.</param>
/// <param name="From">The earliest timestamp wanted, in milliseconds, inclusive.</param>
/// <param name="To">The latest timestamp wanted, in milliseconds, inclusive.</param>
/// <param name="FirstSequence">Chunks before this sequence number are not wanted.</param>
public sealed record ChunkRange(
    string Key, JobTag Tag, long From = 0, long To = long.MaxValue, int FirstSequence = 0);
