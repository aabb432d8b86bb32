using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using Xunit;

namespace VideoAnalysis.Testing.Stores;

/// <summary>What every <see cref="IResultStore"/> does. Each store's tests derive from it, and run all of it.</summary>
public abstract partial class ResultStoreContract : IAsyncLifetime
{
    private IResultStore? _store;

    /// <summary>The time at the start of every test.</summary>
    protected static DateTimeOffset Start { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The name of the second is how the first one's begins.</summary>
    protected static AnalysisRegistry Analyses { get; } =
        new(new FaceAnalysis(FaceAttributes.Default), new OtherAnalysis("face"));

    protected FakeTimeProvider Clock { get; } = new(Start);

    protected IResultStore Store => _store ?? throw new InvalidOperationException("The test has not begun.");

    public async ValueTask InitializeAsync() => _store = await CreateStoreAsync(Analyses, Clock);

    public virtual ValueTask DisposeAsync() => default;

    /// <summary>An empty store.</summary>
    protected abstract Task<IResultStore> CreateStoreAsync(AnalysisRegistry analyses, TimeProvider time);

    /// <summary>A second store on the same data, as another process would have it.</summary>
    protected abstract IResultStore Reopen(AnalysisRegistry analyses, TimeProvider time);

    protected async Task<AnalysisJob> SaveAsync(AnalysisJob job) =>
        await Store.TrySaveJobAsync(job, Token) ?? throw new InvalidOperationException("The job was not saved.");

    protected Task<AnalysisJob?> FindAsync(string key, string analysis = "faces") =>
        Store.FindJobAsync(key, analysis, Token);

    protected async Task<List<string>> ListKeysAsync(ListPosition? after = null) =>
        await Store.ListJobsAsync(after, Token).Select(job => job.Upload.Video.Key).ToListAsync(Token);

    protected async Task SaveChunksAsync(string key, JobTag tag, params IEnumerable<DetectionChunk> chunks)
    {
        foreach (var chunk in chunks)
        {
            await Store.SaveChunkAsync(key, tag, chunk, expiresAt: null, Token);
        }
    }

    protected async Task<List<int>> ReadSequencesAsync(ChunkRange range) =>
        await Store.ReadChunkHeadsAsync(range, Token).Select(head => head.Sequence).ToListAsync(Token);

    /// <summary>Records compare lists by reference.</summary>
    protected static void AssertSame(AnalysisJob expected, AnalysisJob? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Garbage, actual.Garbage);
        Assert.Equal(expected with { Garbage = [] }, actual with { Garbage = [] });
    }

    protected static void AssertSame(DetectionChunk expected, DetectionChunk actual)
    {
        Assert.Equal(expected.Head with { Index = default }, actual.Head with { Index = default });
        Assert.Equal(expected.Head.Index.ToArray(), actual.Head.Index.ToArray());
        Assert.Equal(expected.Body.ToArray(), actual.Body.ToArray());
    }

    /// <summary>The chunks of a range: their heads, and then their bodies.</summary>
    protected async Task<List<DetectionChunk>> ReadChunksAsync(ChunkRange range)
    {
        var heads = await Store.ReadChunkHeadsAsync(range, Token).ToListAsync(Token);
        var bodies = await ReadBodiesAsync(range.Key, range.Tag, heads.Select(head => head.Sequence));
        Assert.DoesNotContain(null, bodies);
        return [.. heads.Zip(bodies, (head, body) => new DetectionChunk(head, body))];
    }

    protected async Task<List<byte[]?>> ReadBodiesAsync(
        string key, JobTag tag, params IEnumerable<int> sequences) =>
        await Store.ReadChunkBodiesAsync(key, tag, [.. sequences], Token).ToListAsync(Token);
}
