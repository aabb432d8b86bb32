namespace VideoAnalysis.Results;

/// <summary>
/// What is known of a chunk without its detections: enough to find the detections that a query wants, and to count
/// them.
/// </summary>
/// <param name="Sequence">0 for the first chunk of a job, then one up.</param>
/// <param name="From">
/// Nothing in the chunk is seen before this time, in milliseconds. 0 where the detections are not in the order of time.
/// </param>
/// <param name="To">
/// Nothing in the chunk is seen after this time, in milliseconds. <see cref="long.MaxValue"/> where the detections are
/// not in the order of time.
/// </param>
/// <param name="Count">How many detections there are.</param>
/// <param name="Index">The times and confidences of the detections, in columns, compressed.</param>
public sealed record ChunkHead(int Sequence, long From, long To, int Count, ReadOnlyMemory<byte> Index);
