using System.Security.Cryptography;
using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Stores;

namespace VideoAnalysis.Testing.Faults;

/// <summary>The store in memory: a call of the port is a call to the outside.</summary>
public sealed class MemoryFaultStore(TimeProvider time) : IFaultStore
{
    private readonly InMemoryResultStore _store = new(time);

    /// <inheritdoc/>
    public IReadOnlyCollection<Announcement> Ended => [.. _store.Ended.Select(job => new Announcement(job))];

    /// <inheritdoc/>
    public IResultStore Open(ICallGate gate, ProcessLife life, AnalysisRegistry analyses, TimeProvider time) =>
        new GatedStore(gate, life, _store);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ChunksAsync(string key) => Task.FromResult<IReadOnlyList<string>>(
        [.. _store.Chunks
            .Where(stored => stored.Key == key)
            .Select(stored =>
                $"{stored.Tag} {stored.Chunk.Head.Sequence} {stored.Chunk.Head.From}-{stored.Chunk.Head.To} " +
                $"{stored.Chunk.Head.Count} " +
                Convert.ToHexStringLower(SHA256.HashData(stored.Chunk.Head.Index.Span)) + " " +
                Convert.ToHexStringLower(SHA256.HashData(stored.Chunk.Body.Span)))
            .Concat(_store.Appearances
                .Where(stored => stored.Key == key)
                .Select(stored =>
                    $"{stored.Tag} appearances {stored.Chunk.Sequence} {stored.Chunk.Size} " +
                    Convert.ToHexStringLower(SHA256.HashData(stored.Chunk.Body.Span))))
            .Order(StringComparer.Ordinal)]);
}
