using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Tests.EndToEnd;

/// <summary>An engine that takes its time and sees nobody.</summary>
internal sealed class SlowEngine(TimeSpan duration) : IVideoEngine
{
    private readonly Lock _gate = new();
    private int _running;

    /// <summary>The most videos that were analysed at once.</summary>
    public int MostRunning { get; private set; }

    public VideoMetadata Inspect(string path) => new() { Codec = "h264", DurationMillis = 1_000 };

    public async IAsyncEnumerable<SampledFaces> DetectAsync(
        string path, FaceAttributes attributes, [EnumeratorCancellation] CancellationToken cancellationToken)
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

        yield return new(0, []);
    }
}
