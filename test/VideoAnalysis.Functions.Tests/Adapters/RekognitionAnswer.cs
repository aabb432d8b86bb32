using System.Text.Json.Nodes;
using VideoAnalysis.Functions.Rekognition;

namespace VideoAnalysis.Functions.Tests.Adapters;

/// <summary>
/// What is sent to Rekognition for an analysis, and what it answers, with everything that its documentation has and
/// some things that it has not: <c>Answers/labels.json</c> and so on, one for each analysis.
/// </summary>
internal sealed class RekognitionAnswer
{
    private readonly JsonNode _file;

    private RekognitionAnswer(string analysis) =>
        _file = JsonNode.Parse(File.ReadAllText(
            RepositoryFile.Path("test", "VideoAnalysis.Functions.Tests", "Adapters", "Answers", $"{analysis}.json")))!;

    /// <summary>The names of all analyses.</summary>
    public static TheoryData<string> Analyses =>
        [.. RekognitionAnalyses.All(new(_ => null)).Select(calls => calls.Analysis.Name)];

    /// <summary>The variables that set everything that can be set.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        _file[nameof(Settings)]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>());

    /// <summary>The names of the operations, without <c>Start</c> and <c>Get</c>.</summary>
    public string Operation => _file[nameof(Operation)]!.GetValue<string>();

    /// <summary>What Start sends with these settings, besides what it always sends.</summary>
    public JsonNode Start => _file[nameof(Start)]!;

    /// <summary>What Get answers.</summary>
    public JsonNode Get => _file[nameof(Get)]!;

    /// <summary>The detections in it, as this system writes them.</summary>
    public JsonNode Detections => _file[nameof(Detections)]!;

    /// <summary>What the page says of the whole result: members of the summary.</summary>
    public JsonObject Summary => _file[nameof(Summary)]!.AsObject();

    /// <summary>That of an analysis.</summary>
    public static RekognitionAnswer Of(string analysis) => new(analysis);

    /// <summary>Rekognition's side of an analysis.</summary>
    /// <param name="analysis">The name.</param>
    /// <param name="settings">The variables that are set; none by default.</param>
    public static RekognitionCatalog CatalogOf(string analysis, IReadOnlyDictionary<string, string>? settings = null) =>
        new(
            [RekognitionAnalyses.All(new(name => settings?.GetValueOrDefault(name)))
                .Single(calls => calls.Analysis.Name == analysis)],
            new(_ => null));
}
