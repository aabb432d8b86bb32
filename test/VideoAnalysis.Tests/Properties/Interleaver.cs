using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Testing.Faults;

namespace VideoAnalysis.Tests.Properties;

/// <summary>
/// Runs several processes at once on one thread, and decides at every call to the outside whose turn it is: the same
/// random numbers give the same interleaving. Now and then it kills a process instead.
/// </summary>
internal sealed class Interleaver(Random random, FakeTimeProvider clock, int killsInThousand)
    : SynchronizationContext, ICallGate
{
    /// <summary>Nobody waits that long for time to pass.</summary>
    private const int MostSeconds = 3_600;

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();
    private readonly List<(ProcessLife Process, TaskCompletionSource Turn)> _waiting = [];

    /// <summary>How many calls were let through.</summary>
    public int Calls { get; private set; }

    /// <inheritdoc/>
    public async Task<T> CallAsync<T>(ProcessLife process, string name, Func<Task<T>> action)
    {
        var turn = new TaskCompletionSource();
        _waiting.Add((process, turn));
        await turn.Task;
        Calls++;
        var isKilled = random.Next(1_000) < killsInThousand;
        if (isKilled && random.Next(2) == 0)
        {
            return await EndAsync<T>(process);
        }

        var result = await action();
        return isKilled ? await EndAsync<T>(process) : result;
    }

    /// <summary>Starts every work, and lets them go on in turns until each is done or its process is dead.</summary>
    /// <exception cref="TimeoutException">They wait for each other, or for ever.</exception>
    public void Run(IReadOnlyList<(DomainProcess Process, Func<DomainProcess, Task> Work)> all)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var running = all.Select(each => (each.Process.Life, Task: each.Work(each.Process))).ToList();
            for (var seconds = 0; !running.TrueForAll(each => each.Task.IsCompleted || each.Life.IsOver);)
            {
                if (_ready.TryDequeue(out var next))
                {
                    next.Callback(next.State);
                }
                else if (_waiting.Count > 0)
                {
                    var chosen = random.Next(_waiting.Count);
                    var (_, turn) = _waiting[chosen];
                    _waiting.RemoveAt(chosen);
                    turn.SetResult();
                }
                else if (seconds++ < MostSeconds)
                {
                    clock.Advance(TimeSpan.FromSeconds(1));
                }
                else
                {
                    throw new TimeoutException("Nobody can go on.");
                }
            }

            foreach (var (life, task) in running)
            {
                if (!life.IsOver)
                {
                    task.GetAwaiter().GetResult();
                }
            }
        }
        finally
        {
            _ready.Clear();
            _waiting.Clear();
            SetSynchronizationContext(before);
        }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => _ready.Enqueue((d, state));

    private static Task<T> EndAsync<T>(ProcessLife process)
    {
        process.End();
        return ProcessLife.Never<T>();
    }
}
