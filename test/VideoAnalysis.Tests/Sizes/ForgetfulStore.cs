using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Stores;

namespace VideoAnalysis.Tests.Sizes;

/// <summary>Keeps jobs, but of chunks only the count: what is measured is what the collector holds.</summary>
internal sealed class ForgetfulStore(InMemoryResultStore jobs, Action afterChunk) : IResultStore
{
    public long Detections { get; private set; }

    public long Bytes { get; private set; }

    public int Chunks { get; private set; }

    public Task<AnalysisJob?> FindJobAsync(string key, string analysis, CancellationToken cancellationToken) =>
        jobs.FindJobAsync(key, analysis, cancellationToken);

    public Task<IReadOnlyList<AnalysisJob>> FindJobsAsync(string key, CancellationToken cancellationToken) =>
        jobs.FindJobsAsync(key, cancellationToken);

    public Task SaveAppearancesAsync(
        string key, JobTag tag, AppearanceChunk chunk, DateTimeOffset? expiresAt,
        CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public IAsyncEnumerable<AppearanceChunk> ReadAppearancesAsync(
        string key, JobTag tag, CancellationToken cancellationToken) =>
        jobs.ReadAppearancesAsync(key, tag, cancellationToken);

    public Task<AnalysisJob?> TrySaveJobAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        jobs.TrySaveJobAsync(job, cancellationToken);

    public IAsyncEnumerable<AnalysisJob> ListJobsAsync(ListPosition? after, CancellationToken cancellationToken) =>
        jobs.ListJobsAsync(after, cancellationToken);

    public IAsyncEnumerable<AnalysisJob> FindDueJobsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        jobs.FindDueJobsAsync(now, cancellationToken);

    public Task SaveChunkAsync(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        Assert.Equal(Chunks, chunk.Head.Sequence);
        Chunks++;
        Detections += chunk.Head.Count;
        Bytes += chunk.Head.Index.Length + chunk.Body.Length;
        afterChunk();
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<ChunkHead> ReadChunkHeadsAsync(ChunkRange range, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<ChunkHead>();

    public IAsyncEnumerable<byte[]?> ReadChunkBodiesAsync(
        string key, JobTag tag, IReadOnlyList<int> sequences, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<byte[]?>();

    public Task DeleteChunksAsync(string key, JobTag tag, CancellationToken cancellationToken) => Task.CompletedTask;
}
