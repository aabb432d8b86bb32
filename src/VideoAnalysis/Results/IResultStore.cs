using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>
/// Where jobs and their detections are kept. Every write either happened or did not: a caller that does not know
/// repeats it, and the outcome is the same.
/// </summary>
public interface IResultStore
{
    /// <summary>
    /// The job of an analysis of a key, strongly consistent; null when there is none, or it has expired.
    /// </summary>
    Task<AnalysisJob?> FindJobAsync(string key, string analysis, CancellationToken cancellationToken);

    /// <summary>
    /// Every job of a key, deleted ones too and expired ones left out, in the order of the analyses' names; strongly
    /// consistent.
    /// </summary>
    Task<IReadOnlyList<AnalysisJob>> FindJobsAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a job if the stored one still has <see cref="AnalysisJob.Revision"/> (0: if there is none, or it has
    /// expired).
    /// </summary>
    /// <returns>
    /// The job with its new revision; null when somebody else wrote in between: read again and decide again.
    /// </returns>
    Task<AnalysisJob?> TrySaveJobAsync(AnalysisJob job, CancellationToken cancellationToken);

    /// <summary>
    /// Every job, newest upload first (see <see cref="ListPosition"/>), deleted and expired ones left out; eventually
    /// consistent.
    /// </summary>
    /// <param name="after">Go on after this place; null from the newest.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    IAsyncEnumerable<AnalysisJob> ListJobsAsync(ListPosition? after, CancellationToken cancellationToken);

    /// <summary>
    /// Jobs, deleted ones too, whose <see cref="AnalysisJob.DueAt"/> has come, longest due first; eventually
    /// consistent.
    /// </summary>
    IAsyncEnumerable<AnalysisJob> FindDueJobsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a chunk of a job, head and body. Writing it again replaces it by the same; a write that failed may have
    /// left one of them, which nobody reads before the job has succeeded.
    /// </summary>
    /// <param name="key">The object key.</param>
    /// <param name="tag">The job's analysis and token.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="expiresAt">When it ceases to exist; null for never.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    Task SaveChunkAsync(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken);

    /// <summary>
    /// The heads of the chunks of a range, in the order of their sequence numbers, strongly consistent. They cost no
    /// reading of the bodies.
    /// </summary>
    IAsyncEnumerable<ChunkHead> ReadChunkHeadsAsync(ChunkRange range, CancellationToken cancellationToken);

    /// <summary>The bodies of these chunks of a job, in that order, strongly consistent.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="tag">The job's analysis and token.</param>
    /// <param name="sequences">Which chunks.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>One body a chunk; null for a chunk that is not there, or has expired.</returns>
    IAsyncEnumerable<byte[]?> ReadChunkBodiesAsync(
        string key, JobTag tag, IReadOnlyList<int> sequences, CancellationToken cancellationToken);

    /// <summary>Writes appearances of a job. Writing them again replaces them by the same.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="tag">The job's analysis and token.</param>
    /// <param name="chunk">The appearances.</param>
    /// <param name="expiresAt">When they cease to exist; null for never.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    Task SaveAppearancesAsync(
        string key, JobTag tag, AppearanceChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken);

    /// <summary>All appearances of a job, in the order of their sequence numbers, strongly consistent.</summary>
    IAsyncEnumerable<AppearanceChunk> ReadAppearancesAsync(string key, JobTag tag, CancellationToken cancellationToken);

    /// <summary>Removes the chunks of one job, and its appearances.</summary>
    Task DeleteChunksAsync(string key, JobTag tag, CancellationToken cancellationToken);
}
