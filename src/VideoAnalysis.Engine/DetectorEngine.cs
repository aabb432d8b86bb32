using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine;

/// <summary>The real engine.</summary>
internal sealed class DetectorEngine(FaceDetectionEngine engine) : IVideoEngine
{
    /// <inheritdoc/>
    public VideoMetadata Inspect(string path) => FaceDetectionEngine.Inspect(path);

    /// <inheritdoc/>
    public IAsyncEnumerable<SampledFaces> DetectAsync(
        string path, FaceAttributes attributes, CancellationToken cancellationToken) =>
        engine.DetectAsync(path, attributes, cancellationToken);
}
