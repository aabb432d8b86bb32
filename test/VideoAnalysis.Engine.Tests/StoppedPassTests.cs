using System.Collections.Concurrent;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Testing;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Tests;

[Slow]
public sealed class StoppedPassTests
{
    [Fact(Timeout = 60_000)]
    public async Task Who_stops_enumerating_waits_for_every_picture_that_is_looked_at()
    {
        using var analysis = new GatedAnalysis(openUntil: 1500);
        using var engine = new VideoEngine([analysis], workers: 2);
        var video = await engine.OpenAsync(SampleVideos.FiveSeconds, TestContext.Current.CancellationToken);
        var steps = video.AnalyzeAsync([new GatedRequest()], CancellationToken.None)
            .GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await steps.MoveNextAsync());
        // The steps before these two fill the channel: that of the first is being written to it, the other is the last
        // one.
        await analysis.BegunAsync(1500);
        await analysis.BegunAsync(2000);

        var stopping = steps.DisposeAsync().AsTask();
        analysis.Open(2000);
        await Task.WhenAny(
            stopping, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, TestContext.Current.CancellationToken));

        Assert.False(stopping.IsCompleted);
        analysis.Open(1500);
        await stopping;
        Assert.Empty(analysis.UnderWay);
    }

    private sealed record GatedRequest() : EngineRequest("gated");

    // Looks at pictures from a time on only when it may.
    private sealed class GatedAnalysis(long openUntil) : EngineAnalysis<GatedRequest>, IDisposable
    {
        private readonly ConcurrentDictionary<long, ManualResetEventSlim> _gates = new();
        private readonly ConcurrentDictionary<long, TaskCompletionSource> _begun = new();
        private readonly ConcurrentDictionary<long, bool> _underWay = new();

        public override string Name => "gated";

        public IEnumerable<long> UnderWay => _underWay.Keys;

        public Task BegunAsync(long timestamp) => Begun(timestamp).Task.WaitAsync(TimeSpan.FromSeconds(30));

        public void Open(long timestamp) => Gate(timestamp).Set();

        public void Dispose()
        {
            foreach (var gate in _gates.Values)
            {
                gate.Dispose();
            }
        }

        protected override EngineRun Begin(GatedRequest request, VideoMetadata video) => new Run(this);

        private ManualResetEventSlim Gate(long timestamp) => _gates.GetOrAdd(timestamp, _ => new());

        private TaskCompletionSource Begun(long timestamp) =>
            _begun.GetOrAdd(timestamp, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

        private void Look(long timestamp)
        {
            _underWay[timestamp] = true;
            Begun(timestamp).TrySetResult();
            if (timestamp >= openUntil)
            {
                Gate(timestamp).Wait(TimeSpan.FromSeconds(30));
            }

            _underWay.TryRemove(timestamp, out _);
        }

        private sealed class Run(GatedAnalysis analysis) : EngineRun
        {
            public override IReadOnlyList<EngineFinding> Look(SampledPicture picture)
            {
                analysis.Look(picture.Timestamp);
                return [];
            }
        }
    }
}
