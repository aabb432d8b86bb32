using System.Text.Json;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Api;

public sealed class ProblemTests : IDisposable
{
    private readonly ApiSystem _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=", "from")]
    [InlineData("from=-1", "from")]
    [InlineData("from=1.5", "from")]
    [InlineData("from=9223372036854775808", "from")]
    [InlineData("from=%0A1", "from")]
    [InlineData("from=%EF%BC%91", "from")]
    [InlineData("from=2&to=1", "from")]
    [InlineData("to=1e3", "to")]
    [InlineData("minConfidence=100.1", "minConfidence")]
    [InlineData("minConfidence=NaN", "minConfidence")]
    [InlineData("minConfidence=-1", "minConfidence")]
    [InlineData("minConfidence=99,5", "minConfidence")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=10001", "limit")]
    [InlineData("limit=99999999999999999999999", "limit")]
    [InlineData("analysis=Faces", "analysis")]
    [InlineData("analysis=", "analysis")]
    [InlineData("format=xml", "format")]
    [InlineData("format=JSON", "format")]
    [InlineData("next=x", "next")]
    [InlineData("next=", "next")]
    [InlineData("next=bDF8MXwwMTIzNDU2Nzg5YWJjZGVmfGZhY2Vz", "next")]
    public async Task A_wrong_parameter_is_named_with_what_it_may_be(string query, string parameter)
    {
        await _api.AnalyseAsync(Some.Faces(1));

        var problem = await ProblemAsync("/results/film.mp4", query, 400, "invalid-parameter");

        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.NotEmpty(problem.GetProperty("allowed").GetString()!);
    }

    [Theory]
    [InlineData("status=DELETED", "status")]
    [InlineData("status=failed", "status")]
    [InlineData("limit=501", "limit")]
    [InlineData("analysis=poetry", "analysis")]
    [InlineData("prefix=LONG", "prefix")]
    [InlineData("next=ZDF8MDEyMzQ1Njc4OWFiY2RlZnwwfDB8MA", "next")]
    public async Task A_wrong_parameter_of_the_list_is_named(string query, string parameter) =>
        Assert.Equal(parameter, (await ProblemAsync("/results", query.Replace("LONG", new string('x', 1_025),
            StringComparison.Ordinal), 400, "invalid-parameter")).GetProperty("parameter").GetString());

    [Theory]
    [InlineData("/results/film.mp4", "minconfidence=5", "minconfidence")]
    [InlineData("/results/film.mp4", "status=FAILED", "status")]
    [InlineData("/results/film.mp4", "video=film.mp4", "video")]
    [InlineData("/results/-", "video=film.mp4&status=FAILED", "status")]
    [InlineData("/results/film.mp4", "interval=1000", "interval")]
    [InlineData("/timeline/film.mp4", "limit=1", "limit")]
    [InlineData("/results", "video=film.mp4", "video")]
    [InlineData("/results", "from=1", "from")]
    [InlineData("/results", "%00=", "\0")]
    public async Task An_unknown_parameter_may_be_misspelt_and_is_named(string path, string query, string parameter)
    {
        await _api.AnalyseAsync(Some.Faces(1));

        Assert.Equal(parameter, (await ProblemAsync(path, query, 400, "unknown-parameter"))
            .GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("/results/film.mp4", "limit=1&limit=1", "limit")]
    [InlineData("/results/-", "video=a&video=b", "video")]
    [InlineData("/results/-", "v%69deo=a&video=b", "video")]
    public async Task A_parameter_that_comes_twice_is_named(string path, string query, string parameter) =>
        Assert.Equal(parameter, (await ProblemAsync(path, query, 400, "duplicate-parameter"))
            .GetProperty("parameter").GetString());

    [Theory]
    [InlineData("/results/-", "")]
    [InlineData("/results/-", "video=")]
    [InlineData("/timeline/-", "")]
    public async Task A_path_whose_key_is_in_the_query_wants_it_there(string path, string query) => Assert.Equal(
        "video", (await ProblemAsync(path, query, 400, "invalid-parameter")).GetProperty("parameter").GetString());

    [Theory]
    [InlineData("interval=499")]
    [InlineData("interval=86400001")]
    [InlineData("interval=")]
    public async Task A_wrong_interval_is_named_with_what_it_may_be(string query) => Assert.Equal(
        "interval", (await ProblemAsync("/timeline/film.mp4", query, 400, "invalid-parameter"))
            .GetProperty("parameter").GetString());

    [Fact]
    public async Task A_key_may_hold_a_comma()
    {
        await _api.AnalyseAsync(Some.Faces(1), "a,b.mp4");

        Assert.Equal(200, (await _api.GetAsync("/results/-", "video=a,b.mp4")).Status);
    }

    [Theory]
    [InlineData("Film.mp4")]
    [InlineData("film.mp4 ")]
    [InlineData("<img src=x onerror=alert(1)>\n.mp4")]
    public async Task An_unknown_video_is_not_found(string key)
    {
        await _api.AnalyseAsync(Some.Faces(1));

        var problem = await ProblemAsync($"/results/{key}", "", 404, "video-not-found");

        Assert.Contains(key, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_longer_than_any_is_not_found_and_not_repeated_whole()
    {
        var problem = await ProblemAsync($"/results/{new string('ü', 5_000)}", "", 404, "video-not-found");

        Assert.InRange(problem.GetProperty("detail").GetString()!.Length, 1, 400);
    }

    [Theory]
    [InlineData("/results/film.mp4")]
    [InlineData("/timeline/film.mp4")]
    public async Task An_analysis_that_the_video_does_not_have_is_not_found_and_those_that_it_has_are_named(string path)
    {
        await _api.AnalyseAsync(Some.Faces(1));

        var problem = await ProblemAsync(path, "analysis=weather", 404, "analysis-not-found");

        Assert.Equal("faces", problem.GetProperty("allowed").GetString());
    }

    [Fact]
    public async Task A_method_that_the_function_is_not_for_is_refused_with_those_that_it_is_for()
    {
        var answer = await _api.SendAsync("GetResults", ApiRequests.Create("PATCH", "/results", "", []));

        Assert.Equal((405, "GET, HEAD"), (answer.Status, answer.Header("Allow")));
        Assert.Equal("urn:videoanalysis:problem:method-not-allowed", answer.Json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_failure_of_ours_is_a_problem_document_without_its_reason()
    {
        _api.Domain.Memory.BeforeCall = _ => throw new InvalidOperationException("the secret reason");

        var problem = await ProblemAsync("/results/film.mp4", "", 500, "internal-error");

        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("1f2e3d4c", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> ProblemAsync(string path, string query, int status, string type)
    {
        var answer = await _api.GetAsync(path, query);
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
        var problem = answer.Json;
        Assert.Equal($"urn:videoanalysis:problem:{type}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        return problem;
    }
}
