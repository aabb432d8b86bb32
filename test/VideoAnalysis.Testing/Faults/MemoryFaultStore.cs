using System.Security.Cryptography;
using VideoAnalysis.Analyses;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Stores;

namespace VideoAnalysis.Testing.Faults;

/// <summary>The store in memory: a call of the port is a call to the outside.</summary>
public sealed class MemoryFaultStore(TimeProvider time) : IFaultStore
{
    private readonly InMemoryResultStore _store = new(time);

    /// <inheritdoc/>
    public IResultStore Open(ICallGate gate, ProcessLife life, AnalysisRegistry analyses, TimeProvider time) =>
        new GatedStore(gate, life, _store);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ChunksAsync(string key) => Task.FromResult<IReadOnlyList<string>>(
        [.. _store.Chunks
            .Where(stored => stored.Key == key)
            .Select(stored =>
                $"{stored.Tag} {stored.Chunk.Sequence} {stored.Chunk.From}-{stored.Chunk.To} {stored.Chunk.Count} " +
                Convert.ToHexStringLower(SHA256.HashData(stored.Chunk.Data.Span)))
            .Order(StringComparer.Ordinal)]);
}
