using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Pictures;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Faces;

/// <summary>The analysis <c>faces</c>: the faces at every half second.</summary>
internal sealed class FaceFinder : EngineAnalysis<FaceRequest>, IDisposable
{
    private readonly FaceNetworks _networks;
    private readonly EngineWorkers<FaceDetector> _detectors;

    // The analyses of a video look at a picture one after the other; what was found goes with the picture.
    private readonly ConditionalWeakTable<SampledPicture, Found> _found = [];

    /// <param name="models">Where the models are.</param>
    /// <exception cref="ModelException">One is missing.</exception>
    public FaceFinder(ModelFiles models)
    {
        _networks = new FaceNetworks(models);
        _detectors = new(() => new FaceDetector(_networks));
    }

    /// <inheritdoc/>
    public override string Name => "faces";

    /// <summary>
    /// The faces of a sampled picture. What another analysis has found already is not looked for again.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="attributes">What is wanted of each face, at least.</param>
    public IReadOnlyList<DetectedFace> Find(SampledPicture picture, FaceAttributes attributes)
    {
        if (_found.TryGetValue(picture, out var found)
            && (found.Attributes == attributes || found.Attributes == FaceAttributes.All))
        {
            return found.Faces;
        }

        var faces = Find(detector => detector.Detect(picture.ToYuv(), picture.Timestamp, attributes));
        _found.AddOrUpdate(picture, new(attributes, faces));
        return faces;
    }

    /// <summary>Looks for faces with a detector that nobody else has at the time.</summary>
    public IReadOnlyList<DetectedFace> Find(Func<FaceDetector, IReadOnlyList<DetectedFace>> look) =>
        _detectors.With(look);

    /// <inheritdoc/>
    public void Dispose()
    {
        _detectors.Dispose();
        _networks.Dispose();
    }

    /// <inheritdoc/>
    protected override EngineRun Begin(FaceRequest request, VideoMetadata video) =>
        new Run(this, request.AllAttributes ? FaceAttributes.All : FaceAttributes.Default);

    private sealed class Run(FaceFinder finder, FaceAttributes attributes) : EngineRun
    {
        public override IReadOnlyList<EngineFinding> Look(SampledPicture picture)
        {
            return [.. finder.Find(picture, attributes).Select(face =>
                new EngineFinding(finder.Name, face.Detection, face.Embedding))];
        }
    }

    private sealed record Found(FaceAttributes Attributes, IReadOnlyList<DetectedFace> Faces);
}
