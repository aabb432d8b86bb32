using System.Globalization;
using System.Text;
using VideoAnalysis.Analyses;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>
/// What the description of the API says of the analyses: which there are, and of each what its results look like. It
/// is written from what the analyses say of themselves, and nothing else in the description names one.
/// </summary>
internal static class AnalysisSchemas
{
    private const int LineLength = 120;

    /// <summary>The members of <c>components.schemas</c>, as YAML without indentation.</summary>
    public static string Write(AnalysisRegistry analyses)
    {
        var names = analyses.All.Select(analysis => analysis.Name).ToList();
        var results = analyses.All.Select(analysis => $"{Title(analysis)}Result").ToList();
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $$"""
            AnalysisName:
              description: The name of an analysis.
              type: string
              enum: [{{string.Join(", ", names)}}]
            VideoAnalyses:
              description: How each analysis of the video stands, by its name.
              type: object
              properties:
            {{Lines(analyses.All.Select(each => $"    {each.Name}: {Reference($"{Title(each)}Analysis")}"))}}
            VideoResult:
              oneOf:
            {{Lines(results.Select(result => $"    - $ref: '#/components/schemas/{result}'"))}}
              discriminator:
                propertyName: analysis
                mapping:
            {{Lines(names.Zip(results, (name, result) => $"      {name}: '#/components/schemas/{result}'"))}}

            """);
        yaml.Append(CultureInfo.InvariantCulture, $$"""
            AnalysisSummary:
              description: What the results of a succeeded analysis come to.
              anyOf:
            {{Lines(analyses.All.Select(each => $"    - $ref: '#/components/schemas/{each.SummaryJson.Type.Name}'"))}}

            """);
        foreach (var analysis in analyses.All)
        {
            Append(yaml, analysis);
        }

        return yaml.ToString();
    }

    private static string Columns(Analysis analysis) =>
        $"The columns of the CSV: video, {string.Join(", ", analysis.Columns)}.";

    private static void Append(StringBuilder yaml, Analysis analysis) => yaml.Append(CultureInfo.InvariantCulture, $$"""
        {{Title(analysis)}}Analysis:
          allOf:
            - {{Reference("AnalysisFields")}}
          type: object
          properties:
            summary: {{Reference(analysis.SummaryJson.Type.Name)}}
        {{Title(analysis)}}Result:
          description: >-
        {{Wrapped($"A page of the detections of {analysis.Name}. {Columns(analysis)}", 4)}}
          allOf:
            - {{Reference("VideoFields")}}
          type: object
          required: [analysis, detections]
          properties:
            analysis: {type: string, const: {{analysis.Name}}}
            detections:
              type: array
              maxItems: {{DetectionQuery.MaxLimit}}
              items: {{Reference(analysis.DetectionJson.Type.Name)}}
            next: {{Reference("Next")}}
        {{analysis.Schemas}}
        """);

    private static string Title(Analysis analysis) => char.ToUpperInvariant(analysis.Name[0]) + analysis.Name[1..];

    private static string Reference(string schema) => $"{{$ref: '#/components/schemas/{schema}'}}";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>A text on lines that are no longer than those of the rest of the document.</summary>
    private static string Wrapped(string text, int indentation)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length + 1 > LineLength - indentation - OpenApiDocument.SchemaIndentation)
            {
                lines.Add(line);
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        return Lines(lines.Append(line).Select(each => new string(' ', indentation) + each));
    }
}
