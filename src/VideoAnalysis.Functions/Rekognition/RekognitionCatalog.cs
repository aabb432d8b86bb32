using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Rekognition.Faces;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Rekognition;

/// <summary>The registry of analyses: all that there are, and which of them every upload gets.</summary>
internal sealed class RekognitionCatalog
{
    private readonly Dictionary<string, RekognitionCalls> _byAnalysis;

    /// <param name="calls">Rekognition's side of every analysis, in the order in which they are shown.</param>
    /// <param name="onUpload">The names of those that every upload gets.</param>
    /// <exception cref="SettingException">One of the names is not among them, or comes twice, or there is none.</exception>
    public RekognitionCatalog(IReadOnlyList<RekognitionCalls> calls, IReadOnlyList<string> onUpload)
    {
        _byAnalysis = calls.ToDictionary(each => each.Analysis.Name, StringComparer.Ordinal);
        if (onUpload.Count == 0 || onUpload.Distinct().Count() != onUpload.Count || !onUpload.All(_byAnalysis.ContainsKey))
        {
            throw new SettingException(
                "ANALYSES",
                $"is \"{string.Join(',', onUpload)}\"; it has to be one or more of {string.Join(", ", _byAnalysis.Keys)}");
        }

        Analyses = new([.. calls.Select(each => each.Analysis)])
        {
            OnUpload = [.. calls.Select(each => each.Analysis).Where(analysis => onUpload.Contains(analysis.Name))],
        };
    }

    /// <summary>The analyses, in order; the first is shown when none is asked for.</summary>
    public AnalysisRegistry Analyses { get; }

    /// <summary>Lists every analysis, with its settings.</summary>
    public static RekognitionCatalog Create(FunctionSettings settings) => new(
        [
            new FaceDetectionCalls(new(settings.FaceAttributes)),
        ],
        settings.Analyses);

    /// <summary>Rekognition's side of an analysis.</summary>
    public RekognitionCalls CallsOf(Analysis analysis) => _byAnalysis[analysis.Name];
}
