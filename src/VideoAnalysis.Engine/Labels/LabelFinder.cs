using VideoAnalysis.Analyses.Labels;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Pictures;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Labels;

/// <summary>The analysis <c>labels</c>: the objects at every half second.</summary>
internal sealed class LabelFinder : EngineAnalysis<LabelRequest>, IDisposable
{
    private readonly Network _network;
    private readonly EngineWorkers<ObjectDetector> _detectors;

    /// <param name="models">Where the models are.</param>
    /// <exception cref="ModelException">The model is missing.</exception>
    public LabelFinder(ModelFiles models)
    {
        _network = ObjectDetector.Load(models);
        _detectors = new(() => new ObjectDetector(_network));
    }

    /// <inheritdoc/>
    public override string Name => "labels";

    /// <inheritdoc/>
    public void Dispose()
    {
        _detectors.Dispose();
        _network.Dispose();
    }

    /// <inheritdoc/>
    protected override EngineRun Begin(LabelRequest request, VideoMetadata video) =>
        new Run(this, Math.Max(request.MinConfidence, ObjectConfidence.Least));

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
