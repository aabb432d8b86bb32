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
    private readonly AppearanceRows _appearances = new(database, time);
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
    public IAsyncEnumerable<ChunkHead> ReadChunkHeadsAsync(ChunkRange range, CancellationToken cancellationToken) =>
        _chunks.ReadHeadsAsync(range, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<byte[]?> ReadChunkBodiesAsync(
        string key, JobTag tag, IReadOnlyList<int> sequences, CancellationToken cancellationToken) =>
        _chunks.ReadBodiesAsync(key, tag, sequences, cancellationToken);

    /// <inheritdoc/>
    public Task SaveAppearancesAsync(
        string key, JobTag tag, AppearanceChunk chunk, DateTimeOffset? expiresAt,
        CancellationToken cancellationToken) =>
        _appearances.SaveAsync(key, tag, chunk, expiresAt, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<AppearanceChunk> ReadAppearancesAsync(
        string key, JobTag tag, CancellationToken cancellationToken) =>
        _appearances.ReadAsync(key, tag, cancellationToken);

    /// <inheritdoc/>
    public async Task DeleteChunksAsync(string key, JobTag tag, CancellationToken cancellationToken)
    {
        await _appearances.DeleteAsync(key, tag, cancellationToken);
        await _chunks.DeleteAsync(key, tag, cancellationToken);
    }
}
