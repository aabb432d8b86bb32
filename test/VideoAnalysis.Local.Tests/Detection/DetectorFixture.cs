using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.Engine.Faces;
using VideoAnalysis.Engine.Networks;

namespace VideoAnalysis.Local.Tests.Detection;

/// <summary>One engine for all tests of the detector: loading its models takes longer than most of them.</summary>
public sealed class DetectorFixture : IDisposable
{
    private readonly FaceFinder _faces = new(new ModelFiles(ModelFiles.DefaultDirectory));

    public DetectorFixture() => Engine = new VideoEngine([_faces]);

    internal VideoEngine Engine { get; }

    internal VideoEngine EngineWith(int workers) => new([_faces], workers);

    internal async Task<List<EngineStep>> AnalyzeAsync(
        string path, FaceAttributes attributes = FaceAttributes.All, VideoEngine? engine = null)
    {
        List<EngineStep> steps = [];
        var request = new FaceRequest(attributes == FaceAttributes.All);
        var video = await (engine ?? Engine).OpenAsync(path, TestContext.Current.CancellationToken);
        await foreach (var step in video.AnalyzeAsync([request], TestContext.Current.CancellationToken))
        {
            steps.Add(step);
        }

        return steps;
    }

    internal async Task<List<SampledFaces>> DetectAsync(
        string path, FaceAttributes attributes = FaceAttributes.All, VideoEngine? engine = null) =>
        [.. (await AnalyzeAsync(path, attributes, engine)).Select(step =>
            new SampledFaces(step.Timestamp, [.. step.Findings.Select(finding => (FaceDetection)finding.Detection)]))];

    public void Dispose()
    {
        Engine.Dispose();
        _faces.Dispose();
    }
}
