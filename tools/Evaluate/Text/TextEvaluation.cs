using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Engine;
using VideoAnalysis.Evaluate.Scenes;

namespace VideoAnalysis.Evaluate.Text;

/// <summary>Measures text: the words of a scene, letter for letter, at Rekognition's default confidence.</summary>
internal sealed class TextEvaluation : IMeasuredAnalysis
{
    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public EngineRequest Request { get; } = new TextRequest(new TextOptions());

    /// <inheritdoc/>
    public async Task<IScore> StartAsync(string truth, CancellationToken cancellationToken) =>
        new SceneScore(await SceneTruth.LoadAsync(truth, cancellationToken), Words);

    private static IEnumerable<string> Words(EngineStep step) => step.Findings
        .Select(finding => (TextDetection)finding.Detection)
        .Where(text => text.Type == "WORD")
        .Select(text => text.Text);
}
