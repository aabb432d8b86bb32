using Amazon.DynamoDBv2;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>
/// Jobs and detections in one DynamoDB table. Times are kept as they are, except that a job's
/// <see cref="AnalysisJob.DueAt"/> has milliseconds and <see cref="AnalysisJob.ExpiresAt"/> has seconds, rounded up.
/// </summary>
/// <param name="client">The client; its retries are the answer to throttling.</param>
/// <param name="table">The table's name.</param>
/// <param name="analyses">Tell how their summaries are written.</param>
/// <param name="time">Tells what has expired.</param>
/// <param name="logger">Is told of items that cannot be read.</param>
public sealed class DynamoDbResultStore(
    IAmazonDynamoDB client,
    string table,
    AnalysisRegistry analyses,
    TimeProvider time,
    ILogger<DynamoDbResultStore> logger) : IResultStore
{
    private readonly JobTable _jobs = new(client, table, analyses, time, logger);
    private readonly ChunkTable _chunks = new(client, table, time);
    private readonly AppearanceTable _appearances = new(client, table, time);

    /// <inheritdoc/>
    public Task<AnalysisJob?> FindJobAsync(string key, string analysis, CancellationToken cancellationToken) =>
        _jobs.FindAsync(key, analysis, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AnalysisJob>> FindJobsAsync(string key, CancellationToken cancellationToken) =>
        _jobs.FindAllAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task<AnalysisJob?> TrySaveJobAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        return _jobs.TrySaveAsync(job, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AnalysisJob> ListJobsAsync(ListPosition? after, CancellationToken cancellationToken) =>
        _jobs.ListAsync(after, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<AnalysisJob> FindDueJobsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        _jobs.FindDueAsync(now, cancellationToken);

    /// <inheritdoc/>
    public Task SaveChunkAsync(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(chunk);
        return _chunks.SaveAsync(key, tag, chunk, expiresAt, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChunkHead> ReadChunkHeadsAsync(ChunkRange range, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(range);
        return _chunks.ReadHeadsAsync(range, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<byte[]?> ReadChunkBodiesAsync(
        string key, JobTag tag, IReadOnlyList<int> sequences, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(sequences);
        return _chunks.ReadBodiesAsync(key, tag, sequences, cancellationToken);
    }

    /// <inheritdoc/>
    public Task SaveAppearancesAsync(
        string key, JobTag tag, AppearanceChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(chunk);
        return _appearances.SaveAsync(key, tag, chunk, expiresAt, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AppearanceChunk> ReadAppearancesAsync(
        string key, JobTag tag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return _appearances.ReadAsync(key, tag, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task DeleteChunksAsync(string key, JobTag tag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tag);
        await _appearances.DeleteAsync(key, tag, cancellationToken);
        await _chunks.DeleteAsync(key, tag, cancellationToken);
    }
}
