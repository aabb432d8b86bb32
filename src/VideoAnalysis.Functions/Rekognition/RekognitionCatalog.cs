using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Rekognition;

/// <summary>Rekognition's side of every analysis, and which of them are started.</summary>
internal sealed class RekognitionCatalog
{
    /// <summary>Names those that every upload gets.</summary>
    public const string OnUploadVariable = "ANALYSES";

    /// <summary>Names those that may be started besides.</summary>
    public const string OnRequestVariable = "ANALYSES_ON_REQUEST";

    private readonly Dictionary<string, RekognitionCalls> _byAnalysis;

    /// <summary>
    /// Reads <c>ANALYSES</c>, those that every upload gets (the first that there is, when not set), and
    /// <c>ANALYSES_ON_REQUEST</c>, those that may be started besides (none when not set): names with commas between
    /// them. Of the others, stored results can be read.
    /// </summary>
    /// <param name="calls">Every analysis, in the order in which they are shown.</param>
    /// <param name="settings">The settings.</param>
    /// <exception cref="SettingException">A name is not among them.</exception>
    public RekognitionCatalog(IReadOnlyList<RekognitionCalls> calls, SettingReader settings)
    {
        _byAnalysis = calls.ToDictionary(each => each.Analysis.Name, StringComparer.Ordinal);
        var onUpload = Read(settings, OnUploadVariable) is { Count: > 0 } named ? named : [calls[0].Analysis.Name];
        var startable = onUpload.Union(Read(settings, OnRequestVariable));
        Analyses = new([.. calls.Select(each => each.Analysis)])
        {
            OnUpload = InOrder(onUpload),
            Startable = InOrder(startable),
        };

        Analysis[] InOrder(IEnumerable<string> names) =>
            [.. calls.Select(each => each.Analysis).Where(analysis => names.Contains(analysis.Name))];
    }

    /// <summary>The analyses, in order; the first is shown when none is asked for.</summary>
    public AnalysisRegistry Analyses { get; }

    /// <summary>Rekognition's side of an analysis.</summary>
    public RekognitionCalls CallsOf(Analysis analysis) => _byAnalysis[analysis.Name];

    private IReadOnlyList<string> Read(SettingReader settings, string variable)
    {
        var names = settings.Names(variable);
        return names.FirstOrDefault(name => !_byAnalysis.ContainsKey(name)) is { } unknown
            ? throw new SettingException(
                variable,
                $"names \"{unknown}\"; it has to be names of analyses, with commas between them: " +
                $"{string.Join(", ", _byAnalysis.Keys)}")
            : names;
    }
}
