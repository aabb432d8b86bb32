using System.Collections.Frozen;
using VideoAnalysis.Analyses.Labels;
using VideoAnalysis.Engine;
using VideoAnalysis.Engine.Labels;
using VideoAnalysis.Evaluate.Scenes;

namespace VideoAnalysis.Evaluate.Labels;

/// <summary>
/// Measures labels: which of COCO's classes are seen in a scene, at Rekognition's default confidence.
/// </summary>
internal sealed class LabelEvaluation : IMeasuredAnalysis
{
    private const float DefaultConfidence = 50;

    private static readonly FrozenDictionary<string, string> ClassOf = ObjectLabels.OfClass.Zip(ObjectLabels.Classes)
        .ToFrozenDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "labels";

    /// <inheritdoc/>
    public EngineRequest Request { get; } = new LabelRequest(DefaultConfidence);

    /// <inheritdoc/>
    public async Task<IScore> StartAsync(string truth, CancellationToken cancellationToken) =>
        new SceneScore(await SceneTruth.LoadAsync(truth, cancellationToken), Classes);

    // Ancestors, as Animal of Cat, are no class, or were seen themselves if they have instances.
    private static IEnumerable<string> Classes(EngineStep step) => step.Findings
        .Select(finding => (LabelDetection)finding.Detection)
        .Where(label => label.Instances is not null)
        .Select(label => ClassOf[label.Name]);
}
