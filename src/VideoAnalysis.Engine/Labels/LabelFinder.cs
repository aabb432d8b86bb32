using VideoAnalysis.Analyses.Labels;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Pictures;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Labels;

/// <summary>The analysis <c>labels</c>: the objects at every half second.</summary>
internal sealed class LabelFinder : IEngineAnalysis, IDisposable
{
    private readonly Lazy<Network> _network;
    private readonly EngineWorkers<ObjectDetector> _detectors;

    /// <param name="models">Where the models are; they are loaded when the first video needs them.</param>
    public LabelFinder(ModelFiles models)
    {
        _network = new(() => ObjectDetector.Load(models));
        _detectors = new(() => new ObjectDetector(_network.Value));
    }

    /// <inheritdoc/>
    public string Name => "labels";

    /// <inheritdoc/>
    /// <exception cref="ModelException">The model is missing or damaged.</exception>
    public EngineRun Begin(EngineRequest request, VideoMetadata video)
    {
        _ = _network.Value;
        return request is LabelRequest labels
            ? new Run(this, Math.Max(labels.MinConfidence, ObjectConfidence.Least))
            : throw new ArgumentException($"{request.GetType().Name} is no request for labels.", nameof(request));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _detectors.Dispose();
        if (_network.IsValueCreated)
        {
            _network.Value.Dispose();
        }
    }

    private sealed class Run(LabelFinder finder, float minConfidence) : EngineRun
    {
        public override IReadOnlyList<EngineFinding> Look(SampledPicture picture)
        {
            var objects = finder._detectors.With(
                detector => detector.Detect(picture.ToYuv(), ObjectConfidence.ScoreOf(minConfidence)));
            var labels = FoundLabels.Of(objects, picture.Timestamp, picture.Width, picture.Height, minConfidence);
            return [.. labels.Select(label => new EngineFinding(finder.Name, label))];
        }
    }
}
