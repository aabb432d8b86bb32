namespace VideoAnalysis.Analyses;

/// <summary>The analyses that there are, in the order in which they are shown.</summary>
public sealed class AnalysisRegistry
{
    private readonly Dictionary<string, Analysis> _byName;

    /// <summary>Registers the analyses.</summary>
    /// <exception cref="ArgumentException">No analysis is given, or two have the same name.</exception>
    public AnalysisRegistry(params IReadOnlyList<Analysis> analyses)
    {
        ArgumentNullException.ThrowIfNull(analyses);
        if (analyses.Count == 0)
        {
            throw new ArgumentException("At least one analysis is needed.", nameof(analyses));
        }

        All = analyses;
        OnUpload = analyses;
        Startable = analyses;
        _byName = analyses.ToDictionary(analysis => analysis.Name, StringComparer.Ordinal);
    }

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<Analysis> All { get; }

    /// <summary>Those that every upload gets, in order; by default all.</summary>
    public IReadOnlyList<Analysis> OnUpload { get; init; }

    /// <summary>
    /// Those that can be started, in order: on every upload, or else on request; by default all. Of the others, results
    /// that are stored can be read.
    /// </summary>
    public IReadOnlyList<Analysis> Startable { get; init; }

    /// <summary>The analysis that is shown when none is asked for.</summary>
    public Analysis Default => All[0];

    /// <summary>The analysis of that name, or null.</summary>
    public Analysis? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The place of an analysis in the order; one that is not registered comes last.</summary>
    public int OrderOf(string name)
    {
        var order = 0;
        foreach (var analysis in All)
        {
            if (analysis.Name == name)
            {
                break;
            }

            order++;
        }

        return order;
    }
}
