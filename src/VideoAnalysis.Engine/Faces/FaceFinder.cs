using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Pictures;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Faces;

/// <summary>The analysis <c>faces</c>: the faces at every half second.</summary>
internal sealed class FaceFinder : IEngineAnalysis, IDisposable
{
    private readonly FaceNetworks _networks;
    private readonly EngineWorkers<FaceDetector> _detectors;

    /// <param name="models">Where the models are.</param>
    /// <exception cref="ModelException">One is missing.</exception>
    public FaceFinder(ModelFiles models)
    {
        _networks = new FaceNetworks(models);
        _detectors = new(() => new FaceDetector(_networks));
    }

    /// <inheritdoc/>
    public string Name => "faces";

    /// <inheritdoc/>
    public EngineRun Begin(EngineRequest request, VideoMetadata video) => request is FaceRequest faces
        ? new Run(this, faces.AllAttributes ? FaceAttributes.All : FaceAttributes.Default)
        : throw new ArgumentException($"{request.GetType().Name} is no request for faces.", nameof(request));

    /// <inheritdoc/>
    public void Dispose()
    {
        _detectors.Dispose();
        _networks.Dispose();
    }

    private sealed class Run(FaceFinder finder, FaceAttributes attributes) : EngineRun
    {
        public override IReadOnlyList<EngineFinding> Look(SampledPicture picture)
        {
            var faces = finder._detectors.With(
                detector => detector.Detect(picture.ToYuv(), picture.Timestamp, attributes));
            return [.. faces.Select(face => new EngineFinding(finder.Name, face.Detection, face.Embedding))];
        }
    }
}
