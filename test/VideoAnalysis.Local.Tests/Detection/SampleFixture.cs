using VideoAnalysis.Evaluate.Faces;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Detection;

/// <summary>What the detector sees in the sample video, and how right that is; computed once.</summary>
public sealed class SampleFixture(DetectorFixture detector) : IAsyncLifetime
{
    internal IReadOnlyList<SampledFaces> Moments { get; private set; } = [];

    internal GroundTruth Truth { get; private set; } = null!;

    internal DetectionScore Score { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Truth = await GroundTruth.LoadAsync(SampleVideos.AstronautTruth, TestContext.Current.CancellationToken);
        Moments = await detector.DetectAsync(SampleVideos.Astronaut);
        Score = new DetectionScore(Truth);
        foreach (var moment in Moments)
        {
            Score.Add(moment.Timestamp, moment.Faces);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
