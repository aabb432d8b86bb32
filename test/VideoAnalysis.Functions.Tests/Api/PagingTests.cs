using System.Globalization;
using System.Text.Json;
using CsCheck;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Api;

public sealed class PagingTests : IDisposable
{
    private readonly ApiSystem _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Random_queries_in_every_format_read_what_a_filter_over_the_raw_detections_leaves()
    {
        var faces = Some.Faces(700).Select(face => face with { Timestamp = face.Timestamp / 1_500 * 500 }).ToList();
        await _api.AnalyseAsync(faces);
        var query = Gen.Select(Gen.Int[0, 120_000], Gen.Int[0, 120_000], Gen.Int[0, 1000], Gen.Int[1, 5], Gen.OneOf(
            "json", "csv", "ndjson", "vtt"));

        await query.SampleAsync(
            async (from, length, tenths, pages, format) =>
            {
                var least = tenths / 10f;
                var expected = faces
                    .Where(face => face.Timestamp >= from
                        && face.Timestamp <= from + length && face.Confidence >= least)
                    .Select(face => (face.Timestamp, face.Confidence, face.BoundingBox.Left))
                    .ToList();
                var limit = Math.Max(1, (expected.Count + pages - 1) / pages);
                var text = string.Create(
                    CultureInfo.InvariantCulture,
                    $"from={from}&to={from + length}&minConfidence={least}&limit={limit}&format={format}");

                Assert.Equal(expected, await ReadAllAsync(text, Reader(format)));
            },
            iter: 200,
            threads: 2);
    }

    [Fact]
    public async Task A_page_in_one_format_goes_on_in_another()
    {
        await _api.AnalyseAsync(Some.Faces(20));
        var first = await _api.GetAsync("/results/film.mp4", "limit=10");
        var next = first.Json.GetProperty("next").GetString();

        var second = await _api.GetAsync("/results/film.mp4", $"limit=10&format=csv&next={next}");

        Assert.StartsWith("film.mp4,5000,", second.Text.Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_one_video_reads_nothing_of_another()
    {
        await _api.AnalyseAsync(Some.Faces(20), "one.mp4");
        await _api.AnalyseAsync(Some.Faces(20), "other.mp4");
        var token = (await _api.GetAsync("/results/one.mp4", "limit=10")).Json.GetProperty("next").GetString();

        var answer = await _api.GetAsync("/results/other.mp4", $"next={token}");

        Assert.Equal(410, answer.Status);
    }

    [Fact]
    public async Task The_next_page_of_a_replaced_result_is_gone()
    {
        await _api.AnalyseAsync(Some.Faces(20));
        var next = (await _api.GetAsync("/results/film.mp4", "limit=10")).NextQuery!;
        await _api.AnalyseAsync(Some.Faces(20), sequencer: 2);

        var answer = await _api.GetAsync("/results/film.mp4", next);

        Assert.Equal(410, answer.Status);
        Assert.Equal("urn:videoanalysis:problem:stale-page", answer.Json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_list_goes_on_behind_its_link_with_the_same_query()
    {
        // The engine has room for 20.
        for (var i = 1; i <= 25; i++)
        {
            await _api.Domain.UploadAsync(Some.Upload($"{i}.mp4", i));
        }

        var keys = new List<string?>();
        for (var query = "limit=10&status=IN_PROGRESS"; query is not null;)
        {
            var page = await _api.GetAsync("/results", query);
            keys.AddRange(
                page.Json.GetProperty("videos").EnumerateArray().Select(video => video.GetProperty("key").GetString()));
            query = page.NextQuery;
        }

        Assert.Equal(Enumerable.Range(1, 20).Reverse().Select(i => $"{i}.mp4"), keys);
    }

    [Fact]
    public async Task The_link_of_a_key_that_no_path_can_carry_leads_on()
    {
        const string Key = "what? a, b & <c>;\"d\" 코드.mp4";
        await _api.AnalyseAsync(Some.Faces(20), Key);

        var first = await _api.GetAsync("/results/-", $"limit=15&video={Uri.EscapeDataString(Key)}");
        var second = await _api.GetAsync("/results/-", first.NextQuery!);

        Assert.Equal(5, second.Json.GetProperty("detections").GetArrayLength());
        Assert.Null(second.NextQuery);
    }

    private async Task<List<(long, float?, float)>> ReadAllAsync(
        string query, Func<string, IEnumerable<(long, float?, float)>> read)
    {
        var all = new List<(long, float?, float)>();
        for (var next = query; next is not null;)
        {
            var page = await _api.GetAsync("/results/film.mp4", next);
            Assert.Equal(200, page.Status);
            all.AddRange(read(page.Text));
            next = page.NextQuery;
        }

        return all;
    }

    private static Func<string, IEnumerable<(long, float?, float)>> Reader(string format) => format switch
    {
        "csv" => text => text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(row =>
            !row.StartsWith('#')).Select(row => row.Split(',')).Select(fields => (
                long.Parse(fields[1], CultureInfo.InvariantCulture),
                (float?)float.Parse(fields[3], CultureInfo.InvariantCulture),
                float.Parse(fields[4], CultureInfo.InvariantCulture))),
        "ndjson" => text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => !line.TryGetProperty("next", out _))
            .Select(Values),
        "vtt" => text => text.Split('\n').Where(line => line.StartsWith('{')).SelectMany(Detections),
        _ => Detections,
    };

    private static IEnumerable<(long, float?, float)> Detections(string json) =>
        JsonDocument.Parse(json).RootElement.GetProperty("detections").EnumerateArray().Select(Values);

    private static (long, float?, float) Values(JsonElement face) => (
        face.GetProperty("timestamp").GetInt64(),
        face.GetProperty("confidence").GetSingle(),
        face.GetProperty("boundingBox").GetProperty("left").GetSingle());
}
