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

    /// <summary>What the engine has to do for a job; null if it cannot.</summary>
    /// <param name="operation">The operation that started the job.</param>
    /// <param name="request">The request that did.</param>
    public EngineWork? WorkOf(string operation, string request) =>
        _byStart.TryGetValue(operation, out var analysis) && IsAvailable(analysis) ? analysis.WorkOf(request) : null;
}
