using VideoAnalysis.Collecting;

namespace VideoAnalysis.Testing.Engine;

/// <summary>Continuations that are delivered when the test says so.</summary>
public sealed class FakeContinuation : IContinuation
{
    /// <summary>Runs before a continuation is added. What it throws, the call throws.</summary>
    public Action<string>? BeforeCall { get; set; }

    /// <summary>
    /// Runs when a continuation is added. What it throws, the call throws: added, but the caller does not know.
    /// </summary>
    public Action<string>? AfterWrite { get; set; }

    /// <summary>What waits to be delivered.</summary>
    public Queue<Completion> Waiting { get; } = new();

    public Task ContinueAsync(Completion completion, CancellationToken cancellationToken)
    {
        BeforeCall?.Invoke(nameof(ContinueAsync));
        Waiting.Enqueue(completion);
        AfterWrite?.Invoke(nameof(ContinueAsync));
        return Task.CompletedTask;
    }
}
