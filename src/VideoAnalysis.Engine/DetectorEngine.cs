using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine;

/// <summary>The detector behind the port of engines: it finds faces, and looks for no cuts.</summary>
internal sealed class DetectorEngine(FaceDetectionEngine engine) : IVideoEngine
{
    private const string Faces = "faces";

    /// <inheritdoc/>
    public IReadOnlyList<string> Analyses { get; } = [Faces];

    /// <inheritdoc/>
    public Task<VideoMetadata> InspectAsync(string path, CancellationToken cancellationToken) =>
        Task.Run(() => FaceDetectionEngine.Inspect(path), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<EngineStep> AnalyzeAsync(
        string path,
        IReadOnlyList<EngineRequest> requests,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = requests is [FaceRequest faces]
            ? faces
            : throw new ArgumentException("This engine finds faces, and nothing else.", nameof(requests));
        var attributes = request.AllAttributes ? FaceAttributes.All : FaceAttributes.Default;
        await foreach (var moment in engine.DetectAsync(path, attributes, cancellationToken))
        {
            yield return new(
                moment.Timestamp, [.. moment.Faces.Select(face => new EngineFinding(Faces, face))], Cuts: null);
        }
    }
}
