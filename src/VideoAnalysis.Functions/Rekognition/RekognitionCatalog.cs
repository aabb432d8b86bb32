using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Rekognition.Faces;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Rekognition;

/// <summary>The registry of analyses: an analysis that is listed here is done for every upload.</summary>
internal sealed class RekognitionCatalog
{
    private readonly Dictionary<string, RekognitionCalls> _byAnalysis;

    private RekognitionCatalog(params IReadOnlyList<RekognitionCalls> calls)
    {
        _byAnalysis = calls.ToDictionary(each => each.Analysis.Name, StringComparer.Ordinal);
        Analyses = new([.. calls.Select(each => each.Analysis)]);
    }

    /// <summary>The analyses, in order; the first is shown when none is asked for.</summary>
    public AnalysisRegistry Analyses { get; }

    /// <summary>Lists every analysis, with its settings.</summary>
    public static RekognitionCatalog Create(FunctionSettings settings) => new(
        new FaceDetectionCalls(new(settings.FaceAttributes)));

    /// <summary>Rekognition's side of an analysis.</summary>
    public RekognitionCalls CallsOf(Analysis analysis) => _byAnalysis[analysis.Name];
}
