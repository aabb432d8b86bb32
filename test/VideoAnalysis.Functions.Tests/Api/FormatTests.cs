using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Api.Formats;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Api;

public sealed class FormatTests : IDisposable
{
    private readonly ApiSystem _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("TEXT/VTT", "text/vtt")]
    [InlineData("application/x-ndjson", "application/x-ndjson")]
    [InlineData("text/*", "text/csv")]
    [InlineData("text/*, text/csv;q=0.1", "text/vtt")]
    [InlineData("application/json;q=0.5, text/csv;q=0.8", "text/csv")]
    [InlineData("application/json;q=0, */*", "text/csv")]
    [InlineData("text/csv;q=0.5;level=1, text/vtt;q=0.4", "text/csv")]
    [InlineData("image/png, application/json;q=0.001", "application/json")]
    [InlineData("not a media type", "application/json")]
    public async Task The_most_welcome_format_is_given(string? accept, string expected)
    {
        await _api.AnalyseAsync(Some.Faces(1));

        var answer = accept is null
            ? await _api.GetAsync("/results/film.mp4")
            : await _api.GetAsync("/results/film.mp4", "", ("accept", accept));

        Assert.Equal(expected, answer.Header("Content-Type")!.Split(';')[0]);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    public async Task What_leaves_no_format_over_is_not_acceptable(string accept)
    {
        await _api.AnalyseAsync(Some.Faces(1));

        var answer = await _api.GetAsync("/results/film.mp4", "", ("accept", accept));

        Assert.Equal(406, answer.Status);
        Assert.Equal("application/json, text/csv, application/x-ndjson, text/vtt", answer.Json.GetProperty("allowed")
            .GetString());
    }

    [Fact]
    public async Task The_parameter_goes_before_the_header()
    {
        await _api.AnalyseAsync(Some.Faces(1));

        var answer = await _api.GetAsync("/results/film.mp4", "format=vtt", ("accept", "image/png"));

        Assert.Equal("text/vtt; charset=utf-8", answer.Header("Content-Type"));
    }

    [Fact]
    public async Task The_list_is_json_only()
    {
        Assert.Equal(406, (await _api.GetAsync("/results", "", ("accept", "text/csv"))).Status);
        Assert.Equal(400, (await _api.GetAsync("/results", "format=csv")).Status);
        Assert.Equal(200, (await _api.GetAsync("/results", "", ("accept", "text/csv, application/*;q=0.1"))).Status);
    }

    [Fact]
    public async Task A_table_has_a_row_a_detection_below_its_columns()
    {
        await _api.AnalyseAsync(
        [
            new()
            {
                Timestamp = 0,
                Confidence = 99.5f,
                BoundingBox = new(-0.25f, 0.5f, 0.125f, 1e-5f),
                Landmarks = [new("nose", 0.5f, 0.75f), new("chinBottom", 0.1f, 0.2f)],
                Pose = new(-3.5f, 0, 180),
                AgeRange = new(20, 30),
                Gender = new("Female", 90),
                Smile = new(true, 80),
                MouthOpen = new(false, 70),
                Emotions = [new("CALM", 10), new("HAPPY", 90)],
            },
            Some.Face(500),
        ]);

        var table = (await _api.GetAsync("/results/film.mp4", "format=csv")).Text;

        Assert.Equal(
            "video," + string.Join(',', _api.Domain.Faces.Columns) + "\r\n" +
            "film.mp4,0,0,99.5,-0.25,0.5,0.125,1E-05,-3.5,0,180,,,,,,,0.5,0.75,,,,,20,30,Female,90,true,80,,,,,,,,,,," +
            "false,70,HAPPY,90\r\n" +
            "film.mp4,500,1,99,0.25,0.25,0.5,0.5,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n",
            table);
    }

    [Fact]
    public async Task A_table_has_a_line_of_json_for_each_detection_too()
    {
        await _api.AnalyseAsync([Some.Face(0), Some.Face(500)]);

        var lines = (await _api.GetAsync("/results/film.mp4", "format=ndjson")).Text;

        Assert.Equal(
            string.Concat((await _api.GetAsync("/results/film.mp4")).Json.GetProperty("detections").EnumerateArray()
                .Select(detection => detection.GetRawText() + "\n")),
            lines);
    }

    [Fact]
    public async Task A_page_that_another_follows_says_so_in_its_body()
    {
        await _api.AnalyseAsync([Some.Face(0), Some.Face(500)]);
        var next = (await _api.GetAsync("/results/film.mp4", "limit=1")).Json.GetProperty("next").GetString();

        var table = (await _api.GetAsync("/results/film.mp4", "limit=1&format=csv")).Text.TrimEnd().Split("\r\n");
        var lines = (await _api.GetAsync("/results/film.mp4", "limit=1&format=ndjson")).Text;
        var track = (await _api.GetAsync("/results/film.mp4", "limit=1&format=vtt")).Text;

        Assert.Equal($"# next: {next}{new string(',', _api.Domain.Faces.Columns.Count)}", table[^1]);
        Assert.EndsWith($"\n{{\"next\":\"{next}\"}}\n", lines, StringComparison.Ordinal);
        Assert.EndsWith($"\n\nNOTE next: {next}\n", track, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("vtt")]
    public async Task The_last_page_says_nothing_of_another(string format)
    {
        await _api.AnalyseAsync([Some.Face(0)]);

        Assert.DoesNotContain(
            "next", (await _api.GetAsync("/results/film.mp4", $"format={format}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("film.mp4", "csv", "attachment; filename=\"film.mp4.faces.csv\"; filename*=UTF-8''film.mp4.faces.csv")]
    [InlineData("a/b \"ü\".mov", "vtt",
        "attachment; filename=\"b ___.mov.faces.vtt\"; filename*=UTF-8''b%20%22%C3%BC%22.mov.faces.vtt")]
    public async Task A_format_that_is_asked_for_by_name_is_a_file_with_a_name(
        string key, string format, string expected)
    {
        await _api.AnalyseAsync([Some.Face(0)], key);

        var named = await _api.GetAsync("/results/-", $"video={Uri.EscapeDataString(key)}&format={format}");
        var welcome = await _api.GetAsync("/results/-", $"video={Uri.EscapeDataString(key)}", ("accept", "text/csv"));

        Assert.Equal(expected, named.Header("Content-Disposition"));
        Assert.Null(welcome.Header("Content-Disposition"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void A_text_that_a_spreadsheet_would_run_has_an_apostrophe_before_it(string text, string field) =>
        Assert.Equal(field, CsvFormat.FieldOf(TableValue.Of(text)));

    [Fact]
    public void A_negative_number_stays_a_number() =>
        Assert.Equal("-1.5", CsvFormat.FieldOf(TableValue.Of(-1.5f)));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData(" a ", " a ")]
    public async Task A_text_with_a_comma_a_quote_or_a_line_break_is_quoted(string text, string field)
    {
        await _api.AnalyseAsync([Some.Face(0) with { Gender = new(text, 1) }]);

        var table = (await _api.GetAsync("/results/film.mp4", "format=csv")).Text;

        Assert.Contains($",{field},1,", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cue_lasts_until_the_next_moment_or_half_a_second()
    {
        await _api.AnalyseAsync(
            [Some.Face(0), Some.Face(0), Some.Face(501), Some.Face(1_000), Some.Face(5_000), Some.Face(3_600_123)]);

        var track = (await _api.GetAsync("/results/film.mp4", "format=vtt")).Text;

        Assert.StartsWith("WEBVTT\n\n", track, StringComparison.Ordinal);
        Assert.Equal(
            [
                "00:00:00.000 --> 00:00:00.501",
                "00:00:00.501 --> 00:00:01.000",
                "00:00:01.000 --> 00:00:01.500",
                "00:00:05.000 --> 00:00:05.500",
                "01:00:00.123 --> 01:00:00.623",
            ],
            track.Split('\n').Where(line => line.Contains(" --> ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_last_cue_of_a_page_lasts_until_the_next_page()
    {
        await _api.AnalyseAsync([Some.Face(0), Some.Face(499), Some.Face(998)]);

        var track = (await _api.GetAsync("/results/film.mp4", "format=vtt&limit=2")).Text;

        Assert.Contains("00:00:00.499 --> 00:00:00.998", track, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_text_ends_a_cue_or_makes_a_line_of_its_own()
    {
        const string Hostile = "a --> b\n\n00:00:00.000 --> 00:00:09.000\nx\r\u2028<b>&amp;";
        await _api.AnalyseAsync([Some.Face(0) with { Gender = new(Hostile, 1) }]);

        var lines = (await _api.GetAsync("/results/film.mp4", "format=vtt")).Text.Split('\n');

        Assert.Equal(["WEBVTT", "", "00:00:00.000 --> 00:00:00.500", lines[3], ""], lines);
        Assert.DoesNotContain("-->", lines[3], StringComparison.Ordinal);
        Assert.Equal(Hostile, JsonDocument.Parse(lines[3]).RootElement.GetProperty("detections")[0]
            .GetProperty("gender").GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_track_and_a_table_of_an_unfinished_video_are_empty_and_say_so()
    {
        await _api.Domain.UploadAsync(Some.Upload());

        var track = await _api.GetAsync("/results/film.mp4", "format=vtt");
        var table = await _api.GetAsync("/results/film.mp4", "format=csv");

        Assert.Equal("WEBVTT\n", track.Text);
        Assert.Equal(2, table.Text.Split("\r\n").Length);
        Assert.All([track, table], answer =>
            Assert.Equal(("IN_PROGRESS", "5"), (answer.Header("Analysis-Status"), answer.Header("Retry-After"))));
    }
}
