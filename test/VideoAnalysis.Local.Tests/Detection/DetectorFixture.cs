using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.Engine.Faces;

namespace VideoAnalysis.Local.Tests.Detection;

/// <summary>One engine for all tests of the detector: loading its models takes longer than most of them.</summary>
public sealed class DetectorFixture : IDisposable
{
    internal FaceDetectionEngine Engine { get; } = new(new FaceModels(FaceModels.DefaultDirectory));

    internal async Task<List<SampledFaces>> DetectAsync(
        string path, FaceAttributes attributes = FaceAttributes.All, FaceDetectionEngine? engine = null)
    {
        List<SampledFaces> moments = [];
        await foreach (var moment in (engine ?? Engine).DetectAsync(path, attributes, TestContext.Current.CancellationToken))
        {
            moments.Add(moment);
        }

        return moments;
    }

    public void Dispose() => Engine.Dispose();
}
