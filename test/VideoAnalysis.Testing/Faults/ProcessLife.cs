namespace VideoAnalysis.Testing.Faults;

/// <summary>Whether a process still lives. When it does not, whatever it waits for never comes.</summary>
public sealed class ProcessLife
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the process is killed.</summary>
    public Task Over => _over.Task;

    /// <summary>Whether it was killed.</summary>
    public bool IsOver => _over.Task.IsCompleted;

    /// <summary>Kills the process.</summary>
    public void End() => _over.TrySetResult();

    /// <summary>What a dead process waits for.</summary>
    public static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;
}
