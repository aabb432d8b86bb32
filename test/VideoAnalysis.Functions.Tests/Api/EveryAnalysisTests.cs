using System.Text.Json;
using System.Text.Json.Nodes;
using VideoAnalysis.Testing.Samples;

namespace VideoAnalysis.Functions.Tests.Api;

/// <summary>The answers of the API, in every format, about every analysis.</summary>
public sealed class EveryAnalysisTests : IDisposable
{
    private const int Count = 90;

    private readonly ApiSystem _api = new();

    public static TheoryData<string> Names => AnalysisSamples.Names;

    public void Dispose() => _api.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Json_and_its_lines_have_every_detection(string name)
    {
        var (analysis, detections) = AnalysisSamples.Find(name);
        await _api.AnalyseAsync(name, detections(Count));

        var json = (await _api.GetAsync("/results/film.mp4", $"analysis={name}")).Json;
        var lines = (await _api.GetAsync("/results/film.mp4", $"analysis={name}&format=ndjson")).Text.TrimEnd('\n')
            .Split('\n');

        Assert.Equal(
            detections(Count)
                .Select(each => JsonSerializer.SerializeToNode(each, analysis.DetectionJson)!.ToJsonString()),
            lines.Select(WithoutAppearance));
        Assert.Equal(lines, json.GetProperty("detections").EnumerateArray().Select(each => each.GetRawText()));
        Assert.Equal(Count,
            json.GetProperty("analyses").GetProperty(name).GetProperty("summary").GetProperty("detections").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_table_has_a_row_a_detection_and_a_value_a_column(string name)
    {
        var (analysis, detections) = AnalysisSamples.Find(name);
        await _api.AnalyseAsync(name, detections(Count));

        var rows = Csv((await _api.GetAsync("/results/film.mp4", $"analysis={name}&format=csv")).Text);

        Assert.Equal(["video", .. analysis.Columns], rows[0]);
        Assert.Equal(Count + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.All(rows.Skip(1), row => Assert.Equal("film.mp4", row[0]));

        // A spreadsheet runs no text as a formula; numbers may begin with a minus.
        Assert.All(rows.SelectMany(row => row), field => Assert.DoesNotMatch("^([=+@]|-[^0-9])", field));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_track_has_cues_in_the_order_of_time_whose_texts_are_json(string name)
    {
        var (_, detections) = AnalysisSamples.Find(name);
        await _api.AnalyseAsync(name, detections(Count));

        foreach (var path in (string[])["/results/film.mp4", "/appearances/film.mp4"])
        {
            var blocks = (await _api.GetAsync(path, $"analysis={name}&format=vtt")).Text.TrimEnd('\n').Split("\n\n");

            Assert.Equal("WEBVTT", blocks[0]);
            var cues = blocks.Skip(1).Select(block => block.Split('\n')).ToList();
            Assert.All(cues, cue => Assert.Equal(2, cue.Length));
            Assert.All(cues, cue => Assert.NotNull(JsonNode.Parse(cue[1])));
            Assert.All(cues, cue => Assert.DoesNotContain("-->", cue[1], StringComparison.Ordinal));
            var times = cues.Select(cue => cue[0].Split(" --> ")).ToList();
            Assert.All(times, time => Assert.True(string.CompareOrdinal(time[0], time[1]) < 0, string.Join(' ', time)));
            Assert.Equal(times.Select(time => time[0]).Order(StringComparer.Ordinal), times.Select(time => time[0]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Appearances_and_the_timeline_are_answered(string name)
    {
        var (_, detections) = AnalysisSamples.Find(name);
        await _api.AnalyseAsync(name, detections(Count));

        var appearances = (await _api.GetAsync("/appearances/film.mp4", $"analysis={name}")).Json.GetProperty(
            "appearances").GetArrayLength();
        var rows = Csv((await _api.GetAsync("/appearances/film.mp4", $"analysis={name}&format=csv")).Text);
        var timeline =
            (await _api.GetAsync("/timeline/film.mp4", $"analysis={name}&interval=1000")).Json.GetProperty("intervals");

        Assert.InRange(appearances, 2, Count);
        Assert.Equal(appearances + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.NotEqual(0, timeline.GetArrayLength());
    }

    private static string WithoutAppearance(string line)
    {
        var json = JsonNode.Parse(line)!.AsObject();
        json.Remove("appearance");
        return json.ToJsonString();
    }

    /// <summary>Reads RFC 4180.</summary>
    private static List<List<string>> Csv(string text)
    {
        var (rows, row, field, quoted) =
            (new List<List<string>>(), new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    field.Append(text[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    EndField();
                    break;
                case '\r' when !quoted:
                    i++;
                    EndField();
                    rows.Add(row);
                    row = [];
                    break;
                default:
                    field.Append(text[i]);
                    break;
            }
        }

        return rows;

        void EndField()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }
}
