using System.Runtime.CompilerServices;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Testing.Faults;

/// <summary>One process's way to a store: every call goes through the gate.</summary>
internal sealed class GatedStore(ICallGate gate, ProcessLife life, IResultStore store) : IResultStore
{
    public Task<AnalysisJob?> FindJobAsync(string key, string analysis, CancellationToken cancellationToken) =>
        CallAsync(() => store.FindJobAsync(key, analysis, cancellationToken));

    public Task<IReadOnlyList<AnalysisJob>> FindJobsAsync(string key, CancellationToken cancellationToken) =>
        CallAsync(() => store.FindJobsAsync(key, cancellationToken));

    public Task<AnalysisJob?> TrySaveJobAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        CallAsync(() => store.TrySaveJobAsync(job, cancellationToken));

    public IAsyncEnumerable<AnalysisJob> ListJobsAsync(ListPosition? after, CancellationToken cancellationToken) =>
        WalkAsync(store.ListJobsAsync(after, cancellationToken));

    public IAsyncEnumerable<AnalysisJob> FindDueJobsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        WalkAsync(store.FindDueJobsAsync(now, cancellationToken));

    public Task SaveChunkAsync(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken) =>
        CallAsync(async () =>
        {
            await store.SaveChunkAsync(key, tag, chunk, expiresAt, cancellationToken);
            return true;
        });

    public IAsyncEnumerable<ChunkHead> ReadChunkHeadsAsync(ChunkRange range, CancellationToken cancellationToken) =>
        WalkAsync(store.ReadChunkHeadsAsync(range, cancellationToken));

    public IAsyncEnumerable<byte[]?> ReadChunkBodiesAsync(
        string key, JobTag tag, IReadOnlyList<int> sequences, CancellationToken cancellationToken) =>
        WalkAsync(store.ReadChunkBodiesAsync(key, tag, sequences, cancellationToken));

    public Task SaveAppearancesAsync(
        string key, JobTag tag, AppearanceChunk chunk, DateTimeOffset? expiresAt,
        CancellationToken cancellationToken) =>
        CallAsync(async () =>
        {
            await store.SaveAppearancesAsync(key, tag, chunk, expiresAt, cancellationToken);
            return true;
        });

    public IAsyncEnumerable<AppearanceChunk> ReadAppearancesAsync(
        string key, JobTag tag, CancellationToken cancellationToken) =>
        WalkAsync(store.ReadAppearancesAsync(key, tag, cancellationToken));

    public Task DeleteChunksAsync(string key, JobTag tag, CancellationToken cancellationToken) =>
        CallAsync(async () =>
        {
            await store.DeleteChunksAsync(key, tag, cancellationToken);
            return true;
        });

    private Task<T> CallAsync<T>(Func<Task<T>> call, [CallerMemberName] string name = "") =>
        gate.CallAsync(life, name, call);

    /// <summary>A walk is one call: everything is read at once.</summary>
    private async IAsyncEnumerable<T> WalkAsync<T>(IAsyncEnumerable<T> items, [CallerMemberName] string name = "")
    {
        foreach (var item in await gate.CallAsync(life, name, ReadAsync))
        {
            yield return item;
        }

        async Task<List<T>> ReadAsync()
        {
            var read = new List<T>();
            await foreach (var item in items)
            {
                read.Add(item);
            }

            return read;
        }
    }
}
