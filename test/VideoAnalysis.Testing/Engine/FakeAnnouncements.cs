using VideoAnalysis.Announcing;

namespace VideoAnalysis.Testing.Engine;

/// <summary>Keeps what is announced.</summary>
public sealed class FakeAnnouncements : IAnnouncements
{
    private readonly Lock _gate = new();
    private readonly List<Announcement> _sent = [];

    /// <summary>Runs before an announcement is kept. What it throws, the call throws.</summary>
    public Func<Announcement, Task> BeforeSend { get; set; } = _ => Task.CompletedTask;

    /// <summary>What was announced so far.</summary>
    public IReadOnlyList<Announcement> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent];
            }
        }
    }

    public async Task SendAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        await BeforeSend(announcement);
        lock (_gate)
        {
            _sent.Add(announcement);
        }
    }
}
