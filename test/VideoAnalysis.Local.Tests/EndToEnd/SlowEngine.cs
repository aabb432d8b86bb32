using System.Runtime.CompilerServices;
using VideoAnalysis.Engine;

namespace VideoAnalysis.Local.Tests.EndToEnd;

/// <summary>An engine that takes its time and sees nobody.</summary>
internal sealed class SlowEngine(TimeSpan duration) : IVideoEngine
{
    private readonly Lock _gate = new();
    private int _running;

    /// <summary>The most videos that were analysed at once.</summary>
    public int MostRunning { get; private set; }

    public IReadOnlyList<string> Analyses => ["faces"];

    public Task<OpenedVideo> OpenAsync(string path, CancellationToken cancellationToken) =>
        Task.FromResult(new OpenedVideo(new() { Codec = "h264", DurationMillis = 1_000 }, AnalyzeAsync));

    private async IAsyncEnumerable<EngineStep> AnalyzeAsync(
        IReadOnlyList<EngineRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            MostRunning = Math.Max(MostRunning, ++_running);
        }

        await Task.Delay(duration, TimeProvider.System, cancellationToken);
        lock (_gate)
        {
            _running--;
        }

        yield return new(0, [], []);
    }
}
