using System.Text.Json;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Api;

/// <summary>What is seen from when to when, over the API.</summary>
public sealed class AppearancesTests : IDisposable
{
    private readonly ApiSystem _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_face_that_stays_is_one_appearance()
    {
        await AnalyseAsync();

        var answer = await _api.GetAsync("/appearances/film.mp4", "");

        var json = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal(
            ("film.mp4", "faces"), (json.GetProperty("key").GetString(), json.GetProperty("analysis").GetString()));
        var appearance = Assert.Single(json.GetProperty("appearances").EnumerateArray());
        Assert.Equal(10, appearance.GetProperty("detections").GetInt32());
        Assert.Equal("linked", appearance.GetProperty("source").GetString());
        Assert.Equal("SUCCEEDED", answer.Header("Analysis-Status"));
    }

    [Fact]
    public async Task A_table_has_a_row_an_appearance()
    {
        await AnalyseAsync();

        var answer = await _api.GetAsync("/appearances/film.mp4", "format=csv");

        var rows = answer.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("video,id,subject,name,person,start,end,present,detections,confidence,", rows[0]);
        Assert.Equal("film.mp4,0,,,,0,5000,5000,10,99,0,99,0.25,0.25,0.5,0.5,end,linked,", Assert.Single(rows.Skip(1)));
        Assert.Contains("film.mp4.faces.appearances.csv", answer.Header("Content-Disposition"));
    }

    [Fact]
    public async Task A_track_has_a_cue_an_appearance()
    {
        await AnalyseAsync();

        var text = (await _api.GetAsync("/appearances/film.mp4", "format=vtt")).Text;

        Assert.StartsWith("WEBVTT\n\n00:00:00.000 --> 00:00:05.000\n{\"id\":0,", text);
    }

    [Fact]
    public async Task A_page_that_another_follows_says_so_in_every_format()
    {
        await _api.AnalyseAsync([Some.Face(0), Some.Face(60_000)]);

        var page = JsonDocument.Parse((await _api.GetAsync("/appearances/film.mp4", "limit=1")).Text).RootElement;
        var next = page.GetProperty("next").GetString();
        foreach (var (format, says) in new[]
        {
            ("csv", $"# next: {next},"), ("ndjson", $"{{\"next\":\"{next}\"}}"), ("vtt", $"NOTE next: {next}"),
        })
        {
            Assert.Contains(says, (await _api.GetAsync("/appearances/film.mp4", $"limit=1&format={format}")).Text);
        }

        var second =
            JsonDocument.Parse((await _api.GetAsync("/appearances/film.mp4", $"limit=1&next={next}")).Text).RootElement;
        Assert.Equal(60_000, Assert.Single(second.GetProperty("appearances").EnumerateArray())
            .GetProperty("start").GetInt64());
        Assert.False(second.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Who_has_the_page_is_told_so()
    {
        await AnalyseAsync();
        var tag = (await _api.GetAsync("/appearances/film.mp4", "")).Header("ETag");

        Assert.Equal(304, (await _api.GetAsync("/appearances/film.mp4", "", ("if-none-match", tag!))).Status);
        Assert.Equal(200, (await _api.GetAsync("/appearances/film.mp4", "from=1", ("if-none-match", tag!))).Status);
    }

    [Theory]
    [InlineData("next=nonsense")]
    [InlineData("limit=0")]
    [InlineData("from=2&to=1")]
    [InlineData("intervall=1")]
    public async Task A_wrong_parameter_is_refused(string query)
    {
        await AnalyseAsync();

        Assert.Equal(400, (await _api.GetAsync("/appearances/film.mp4", query)).Status);
    }

    private Task AnalyseAsync() => _api.AnalyseAsync([.. Enumerable.Range(0, 10).Select(i => Some.Face(i * 500))]);
}
