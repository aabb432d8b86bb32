using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Functions.Rekognition.Persons;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>A set of analyses that a stack may be deployed with.</summary>
/// <param name="Names">Their names.</param>
internal sealed record AnalysisSet(IReadOnlyList<string> Names)
{
    private static readonly RekognitionCatalog Catalog = RekognitionAnalyses.Read(new(_ => null));

    /// <summary>The names of all that there are.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Catalog.Analyses.All.Select(analysis => analysis.Name)];

    /// <summary>Every set that is not empty.</summary>
    public static IEnumerable<AnalysisSet> Possible =>
        Enumerable.Range(1, (1 << All.Count) - 1)
            .Select(bits => new AnalysisSet([.. All.Where((_, index) => (bits >> index & 1) == 1)]));

    /// <summary>The template's conditions with that set, a half of which is for requests only.</summary>
    public Conditions Conditions => new(new Dictionary<string, string>
    {
        ["Analyses"] = string.Join(',', Names.Take((Names.Count + 1) / 2)),
        ["AnalysesOnRequest"] = string.Join(", ", Names.Skip((Names.Count + 1) / 2)),
    });

    /// <summary>The analysis whose calls to Rekognition a type makes.</summary>
    // Who is known is for them.
    public static string NameOf(string callsType) => callsType == nameof(RekognitionPersons) ? "persons" :
        Catalog.Analyses.All.Single(analysis => Catalog.CallsOf(analysis).GetType().Name == callsType).Name;

    /// <summary>An analysis's name as a part of the template's names, as in <c>Faces</c>.</summary>
    public static string Title(string analysis) => char.ToUpperInvariant(analysis[0]) + analysis[1..];

    public override string ToString() => string.Join(',', Names);
}
