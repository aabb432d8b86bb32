using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Samples;

namespace VideoAnalysis.Functions.Tests.Api;

/// <summary><c>POST /analyses/{video+}</c>.</summary>
public sealed class AnalysesTests : IDisposable
{
    private readonly ApiSystem _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"analyses":["faces"]}""")]
    public async Task A_video_that_was_never_analysed_is(string body)
    {
        _api.Domain.Catalog.Uploads.Add(Some.Upload());

        var answer = await PostAsync("/analyses/film.mp4", body);

        Assert.Equal(202, answer.Status);
        Assert.Equal(
            "IN_PROGRESS", answer.Json.GetProperty("analyses").GetProperty("faces").GetProperty("status").GetString());
        Assert.Equal(JobStatus.InProgress, (await _api.Domain.JobAsync())!.Status);
    }

    [Fact]
    public async Task One_that_succeeded_is_done_again_only_on_request()
    {
        await _api.AnalyseAsync(Some.Faces(1));
        _api.Domain.Catalog.Uploads.Add(Some.Upload());

        var once = await PostAsync("/analyses/film.mp4", """{"analyses":["faces"]}""");
        var again = await PostAsync("/analyses/film.mp4", """{"analyses":["faces"],"again":true}""");

        Assert.Equal("SUCCEEDED", once.Json.GetProperty("status").GetString());
        Assert.Equal("IN_PROGRESS", again.Json.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("nobody.mp4")]
    [InlineData("backup.sql")]
    public async Task What_the_bucket_does_not_have_or_is_no_video_is_not_found(string key)
    {
        _api.Domain.Catalog.Uploads.Add(Some.Upload("backup.sql"));

        var answer = await PostAsync($"/analyses/{key}", "{}");

        Assert.Equal((404, "urn:videoanalysis:problem:video-not-found"), (answer.Status, answer.Json.GetProperty("type")
            .GetString()));
        Assert.Empty(_api.Domain.Engine.Running);
    }

    [Theory]
    [InlineData("""{"analyses":[]}""")]
    [InlineData("""{"analyses":["smells"]}""")]
    [InlineData("""{"analyses":[null]}""")]
    [InlineData("""{"analyses":["faces","faces"]}""")]
    public async Task Analyses_that_there_are_not_are_refused_with_those_that_there_are(string body)
    {
        _api.Domain.Catalog.Uploads.Add(Some.Upload());

        var answer = await PostAsync("/analyses/film.mp4", body);

        Assert.Equal((400, "analyses"), (answer.Status, answer.Json.GetProperty("parameter").GetString()));
        Assert.Contains(
            string.Join(", ", AnalysisSamples.Registry.All.Select(analysis => analysis.Name)),
            answer.Json.GetProperty("allowed").GetString(), StringComparison.Ordinal);
        Assert.Empty(_api.Domain.Engine.Running);
    }

    private Task<ApiAnswer> PostAsync(string path, string body) =>
        _api.SendAsync("RequestAnalyses", ApiRequests.Post(path, body));
}
