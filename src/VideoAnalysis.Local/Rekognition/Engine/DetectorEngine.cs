using VideoAnalysis.Faces;
using VideoAnalysis.Local.Detection;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Rekognition.Engine;

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
