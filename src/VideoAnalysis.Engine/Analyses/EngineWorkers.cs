using System.Collections.Concurrent;

namespace VideoAnalysis.Engine.Analyses;

/// <summary>Lends out objects that serve one thread at a time, and are costly to make.</summary>
/// <param name="make">Makes another one.</param>
internal sealed class EngineWorkers<T>(Func<T> make) : IDisposable
    where T : IDisposable
{
    private readonly ConcurrentBag<T> _idle = [];

    /// <summary>Does something with one of them.</summary>
    public TResult With<TResult>(Func<T, TResult> work)
    {
        var worker = _idle.TryTake(out var idle) ? idle : make();
        try
        {
            return work(worker);
        }
        finally
        {
            _idle.Add(worker);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out var worker))
        {
            worker.Dispose();
        }
    }
}
