namespace VideoAnalysis.Results;

/// <summary>A run of detections as it is stored: compressed together, in the engine's order.</summary>
/// <param name="Head">What is known without the detections.</param>
/// <param name="Body">The detections as JSON Lines, in Brotli.</param>
/// <remarks>
/// The heads of a job's chunks are in the order of their sequence numbers and of time at once: a chunk is
/// <see cref="ChunkHead.From"/> no earlier than the one before it is <see cref="ChunkHead.To"/>. Or all of them are
/// from 0 to <see cref="long.MaxValue"/>.
/// </remarks>
public sealed record DetectionChunk(ChunkHead Head, ReadOnlyMemory<byte> Body);
