using VideoAnalysis.Engine;

namespace VideoAnalysis.LocalAws.Rekognition.Analyses;

/// <summary>The analyses that there are, and which of them the engine can do.</summary>
internal sealed class LocalAnalyses(IEnumerable<LocalAnalysis> analyses, IVideoEngine engine)
{
    private readonly Dictionary<string, LocalAnalysis> _byStart =
        analyses.ToDictionary(analysis => analysis.StartOperation, StringComparer.Ordinal);

    /// <summary>The names of all operations of analyses that the engine can do.</summary>
    public IEnumerable<string> Available => _byStart.Values
        .Where(IsAvailable)
        .SelectMany(analysis => (string[])[analysis.StartOperation, analysis.GetOperation]);

    /// <summary>Whether the engine can do an analysis.</summary>
    public bool IsAvailable(LocalAnalysis analysis) => engine.Analyses.Contains(analysis.Name, StringComparer.Ordinal);

    /// <summary>What the engine is asked to do for a job; null if it cannot do that.</summary>
    /// <param name="operation">The operation that started the job.</param>
    /// <param name="request">The request that did.</param>
    public EngineRequest? RequestOf(string operation, string request) => Find(operation)?.RequestOf(request);

    /// <summary>Begins with a job, or begins anew; null if the engine cannot do it.</summary>
    /// <param name="operation">The operation that started the job.</param>
    /// <param name="request">The request that did.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<EngineWork?> BeginAsync(string operation, string request, CancellationToken cancellationToken) =>
        Find(operation) is { } analysis ? await analysis.BeginAsync(request, cancellationToken) : null;

    private LocalAnalysis? Find(string operation) =>
        _byStart.TryGetValue(operation, out var analysis) && IsAvailable(analysis) ? analysis : null;
}
