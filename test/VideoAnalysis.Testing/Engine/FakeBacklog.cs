using VideoAnalysis.Backlog;

namespace VideoAnalysis.Testing.Engine;

/// <summary>A backlog whose entries come up when the test says so.</summary>
public sealed class FakeBacklog : IBacklog
{
    private readonly Lock _gate = new();
    private readonly List<(BacklogEntry Entry, TimeSpan Delay)> _entries = [];

    /// <summary>Runs before an entry is added. What it throws, the call throws.</summary>
    public Action<string>? BeforeCall { get; set; }

    /// <summary>
    /// Runs when an entry is added. What it throws, the call throws: added, but the caller does not know.
    /// </summary>
    public Action<string>? AfterWrite { get; set; }

    /// <summary>What waits.</summary>
    public IReadOnlyList<(BacklogEntry Entry, TimeSpan Delay)> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    public Task AddAsync(BacklogEntry entry, TimeSpan delay, CancellationToken cancellationToken)
    {
        BeforeCall?.Invoke(nameof(AddAsync));
        lock (_gate)
        {
            _entries.Add((entry, delay));
        }

        AfterWrite?.Invoke(nameof(AddAsync));
        return Task.CompletedTask;
    }

    /// <summary>Takes out everything that waits.</summary>
    public IReadOnlyList<BacklogEntry> TakeAll()
    {
        lock (_gate)
        {
            var taken = _entries.Select(waiting => waiting.Entry).ToList();
            _entries.Clear();
            return taken;
        }
    }
}
