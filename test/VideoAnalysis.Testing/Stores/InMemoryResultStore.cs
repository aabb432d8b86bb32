using System.Runtime.CompilerServices;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Testing.Stores;

/// <summary>The result store of tests: passes the same contract as the real ones, and can be made to fail.</summary>
/// <param name="clock">Tells what has expired; the system's clock by default.</param>
public sealed class InMemoryResultStore(TimeProvider? clock = null) : IResultStore
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Dictionary<(string Key, string Analysis), AnalysisJob> _jobs = [];
    private readonly List<AnalysisJob> _ended = [];
    private readonly Dictionary<(string Key, JobTag Tag), SortedList<int, StoredChunk>> _chunks = [];
    private readonly Dictionary<(string Key, JobTag Tag), SortedList<int, StoredAppearances>> _appearances = [];

    /// <summary>Every job that was ever stored to be announced.</summary>
    public IReadOnlyList<AnalysisJob> Ended
    {
        get
        {
            lock (_gate)
            {
                return [.. _ended];
            }
        }
    }

    /// <summary>Runs before a call does anything, with the method's name. What it throws, the call throws.</summary>
    public Action<string>? BeforeCall { get; set; }

    /// <summary>
    /// Runs when a write is done, with the method's name. What it throws, the call throws: written, but the caller
    /// does not know.
    /// </summary>
    public Action<string>? AfterWrite { get; set; }

    /// <summary>Every stored job, tombstones and expired ones included, in no order.</summary>
    public IReadOnlyList<AnalysisJob> Jobs
    {
        get
        {
            lock (_gate)
            {
                return [.. _jobs.Values];
            }
        }
    }

    /// <summary>The stored chunks of a job, expired ones included, in order.</summary>
    public IReadOnlyList<DetectionChunk> ChunksOf(string key, JobTag tag)
    {
        lock (_gate)
        {
            return _chunks.TryGetValue(
                (key, tag), out var chunks) ? [.. chunks.Values.Select(stored => stored.Chunk)] : [];
        }
    }

    /// <summary>Every stored chunk, expired ones included, in no order.</summary>
    public IReadOnlyList<(string Key, JobTag Tag, DetectionChunk Chunk)> Chunks
    {
        get
        {
            lock (_gate)
            {
                return [.. _chunks.SelectMany(job =>
                    job.Value.Values.Select(stored => (job.Key.Key, job.Key.Tag, stored.Chunk)))];
            }
        }
    }

    /// <summary>Loses the body of a stored chunk, and keeps its head.</summary>
    public void ForgetBody(string key, JobTag tag, int sequence)
    {
        lock (_gate)
        {
            var chunks = _chunks[(key, tag)];
            chunks[sequence] = chunks[sequence] with { HasBody = false };
        }
    }

    /// <summary>Every stored chunk of appearances, expired ones included, in no order.</summary>
    public IReadOnlyList<(string Key, JobTag Tag, AppearanceChunk Chunk)> Appearances
    {
        get
        {
            lock (_gate)
            {
                return [.. _appearances.SelectMany(job =>
                    job.Value.Values.Select(stored => (job.Key.Key, job.Key.Tag, stored.Chunk)))];
            }
        }
    }

    /// <inheritdoc/>
    public Task<AnalysisJob?> FindJobAsync(string key, string analysis, CancellationToken cancellationToken) =>
        Read(() => Find(key, analysis), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AnalysisJob>> FindJobsAsync(string key, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<AnalysisJob>>(
            () => [.. _jobs.Values
                .Where(job => job.Upload.Video.Key == key && IsLive(job.ExpiresAt))
                .OrderBy(job => job.Analysis, StringComparer.Ordinal)],
            cancellationToken);

    /// <inheritdoc/>
    public Task<AnalysisJob?> TrySaveJobAsync(AnalysisJob job, CancellationToken cancellationToken) => Write(
        () =>
        {
            var key = job.Upload.Video.Key;
            if ((Find(key, job.Analysis)?.Revision ?? 0) != job.Revision)
            {
                return null;
            }

            var saved = job with { Revision = job.Revision + 1 };
            if (saved.IsUnannounced)
            {
                _ended.Add(saved);
            }

            return _jobs[(key, job.Analysis)] = saved;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnalysisJob> ListJobsAsync(
        ListPosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var jobs = await Read(
            () => _jobs.Values
                .Where(job => job.Status != JobStatus.Deleted && IsLive(job.ExpiresAt))
                .OrderByDescending(ListPosition.Of, ListOrder.Instance)
                .SkipWhile(job => after is not null && ListOrder.Instance.Compare(ListPosition.Of(job), after) >= 0)
                .ToList(),
            cancellationToken);
        foreach (var job in jobs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return job;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnalysisJob> FindDueJobsAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var jobs = await Read(
            () => _jobs.Values
                .Where(job => job.DueAt <= now && IsLive(job.ExpiresAt))
                .OrderBy(job => job.DueAt)
                .ToList(),
            cancellationToken);
        foreach (var job in jobs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return job;
        }
    }

    /// <inheritdoc/>
    public Task SaveChunkAsync(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken) =>
        Write(
            () =>
            {
                if (!_chunks.TryGetValue((key, tag), out var chunks))
                {
                    _chunks[(key, tag)] = chunks = [];
                }

                // The caller may reuse its buffer.
                var head = chunk.Head with { Index = chunk.Head.Index.ToArray() };
                return chunks[head.Sequence] = new(new(head, chunk.Body.ToArray()), expiresAt);
            },
            cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChunkHead> ReadChunkHeadsAsync(
        ChunkRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var heads = await Read(
            () => _chunks.GetValueOrDefault((range.Key, range.Tag))?.Values
                .Where(stored => IsLive(stored.ExpiresAt))
                .Select(stored => stored.Chunk.Head)
                .Where(head =>
                    range.From <= range.To && head.Sequence >= range.FirstSequence &&
                    head.To >= range.From && head.From <= range.To)
                .ToList() ?? [],
            cancellationToken);
        foreach (var head in heads)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return head;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<byte[]?> ReadChunkBodiesAsync(
        string key,
        JobTag tag,
        IReadOnlyList<int> sequences,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var sequence in sequences)
        {
            yield return await Read(() => FindBody(key, tag, sequence), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task SaveAppearancesAsync(
        string key, JobTag tag, AppearanceChunk chunk, DateTimeOffset? expiresAt,
        CancellationToken cancellationToken) =>
        Write(
            () =>
            {
                if (!_appearances.TryGetValue((key, tag), out var chunks))
                {
                    _appearances[(key, tag)] = chunks = [];
                }

                return chunks[chunk.Sequence] = new(chunk, expiresAt);
            },
            cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AppearanceChunk> ReadAppearancesAsync(
        string key, JobTag tag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunks = await Read(
            () => _appearances.GetValueOrDefault((key, tag))?.Values
                .Where(stored => IsLive(stored.ExpiresAt))
                .Select(stored => stored.Chunk)
                .ToList() ?? [],
            cancellationToken);
        foreach (var chunk in chunks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return chunk;
        }
    }

    /// <inheritdoc/>
    public Task DeleteChunksAsync(string key, JobTag tag, CancellationToken cancellationToken) =>
        Write(() => _chunks.Remove((key, tag)) | _appearances.Remove((key, tag)), cancellationToken);

    private AnalysisJob? Find(string key, string analysis) =>
        _jobs.GetValueOrDefault((key, analysis)) is { } job && IsLive(job.ExpiresAt) ? job : null;

    private byte[]? FindBody(string key, JobTag tag, int sequence) =>
        _chunks.TryGetValue((key, tag), out var chunks) && chunks.TryGetValue(sequence, out var stored) &&
        stored.HasBody && IsLive(stored.ExpiresAt)
            ? stored.Chunk.Body.ToArray()
            : null;

    private bool IsLive(DateTimeOffset? expiresAt) => !(expiresAt <= _clock.GetUtcNow());

    private async Task<T> Read<T>(
        Func<T> read, CancellationToken cancellationToken, [CallerMemberName] string call = "")
    {
        // Real stores answer later: callers must not rely on an answer within the call.
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        BeforeCall?.Invoke(call);
        lock (_gate)
        {
            return read();
        }
    }

    private async Task<T> Write<T>(
        Func<T> write, CancellationToken cancellationToken, [CallerMemberName] string call = "")
    {
        var result = await Read(write, cancellationToken, call);
        AfterWrite?.Invoke(call);
        return result;
    }

    private sealed record StoredChunk(DetectionChunk Chunk, DateTimeOffset? ExpiresAt, bool HasBody = true);

    private sealed record StoredAppearances(AppearanceChunk Chunk, DateTimeOffset? ExpiresAt);
}
