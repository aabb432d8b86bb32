using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;

namespace VideoAnalysis.Evaluate.Faces;

/// <summary>Measures face detection.</summary>
internal sealed class FaceEvaluation : IMeasuredAnalysis
{
    /// <inheritdoc/>
    public string Name => "faces";

    /// <inheritdoc/>
    public EngineRequest Request { get; } = new FaceRequest(AllAttributes: true);

    /// <inheritdoc/>
    public async Task<IScore> StartAsync(string truth, CancellationToken cancellationToken) =>
        new FaceScore(await GroundTruth.LoadAsync(truth, cancellationToken));
}
