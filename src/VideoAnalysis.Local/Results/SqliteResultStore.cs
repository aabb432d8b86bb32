using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Results;

namespace VideoAnalysis.Local.Results;

/// <summary>Jobs and detections in the local database: the same behaviour as the table on AWS.</summary>
internal sealed class SqliteResultStore(LocalDatabase database, AnalysisRegistry analyses, TimeProvider time)
    : IResultStore
{
    private readonly JobRows _jobs = new(database, analyses, time);
    private readonly ChunkRows _chunks = new(database, time);
    private readonly ExpiredRows _expired = new(database, time);

    /// <inheritdoc/>
    public Task<AnalysisJob?> FindJobAsync(string key, string analysis, CancellationToken cancellationToken) =>
        _jobs.FindAsync(key, analysis, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AnalysisJob>> FindJobsAsync(string key, CancellationToken cancellationToken) =>
        _jobs.FindAllAsync(key, cancellationToken);

    /// <inheritdoc/>
    public async Task<AnalysisJob?> TrySaveJobAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        await _expired.RemoveOccasionallyAsync(cancellationToken);
        return await _jobs.TrySaveAsync(job, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AnalysisJob> ListJobsAsync(ListPosition? after, CancellationToken cancellationToken) =>
        _jobs.ListAsync(after, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<AnalysisJob> FindDueJobsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        _jobs.FindDueAsync(now, cancellationToken);

    /// <inheritdoc/>
    public Task SaveChunkAsync(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken) =>
        _chunks.SaveAsync(key, tag, chunk, expiresAt, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<DetectionChunk> ReadChunksAsync(ChunkRange range, CancellationToken cancellationToken) =>
        _chunks.ReadAsync(range, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteChunksAsync(string key, JobTag tag, CancellationToken cancellationToken) =>
        _chunks.DeleteAsync(key, tag, cancellationToken);
}
