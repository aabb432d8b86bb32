using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Remote;
using VideoAnalysis.Local.Tests.Cli.Client;

namespace VideoAnalysis.Local.Tests.Cli.Remote;

public sealed class ResultWatchTests : IDisposable
{
    private const string NotKnown = """{"type":"urn:videoanalysis:problem:video-not-found","status":404}""";

    private readonly SkippedTime _time = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _error.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task It_asks_as_patiently_as_the_API_wants_and_tells_of_every_change()
    {
        await using var server = await FakeApi.StartedAsync();
        server.AnswersInTurn(
            (404, NotKnown, []),
            (200, Video("QUEUED", ""), [("Retry-After", "30")]),
            (200, Video("IN_PROGRESS", ""","progress":40"""), [("Retry-After", "30")]),
            (200, Video("IN_PROGRESS", ""","progress":40"""), [("Retry-After", "30")]),
            (200, Video("SUCCEEDED", ""), []));

        var answer = await WaitAsync(server);

        Assert.True(answer!.Succeeded);
        Assert.Equal(["film.mp4: not known yet", "film.mp4: faces QUEUED", "film.mp4: faces IN_PROGRESS, 40%", ""],
            _error.ToString().Split('\n'));
        Assert.Equal([2, 30, 30, 30], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_video_that_does_not_appear_is_not_waited_for_for_ever()
    {
        await using var server = await FakeApi.StartedAsync();
        server.Answers(404, NotKnown);

        var answer = await WaitAsync(server);

        Assert.Null(answer);
        Assert.Equal(60, _time.Waits.Sum(wait => wait.TotalSeconds));
    }

    private static string Video(string status, string more) =>
        $$$"""
        {
          "key": "film.mp4", "status": "{{{status}}}", "uploadedAt": "2026-03-04T05:06:07Z",
          "analyses": {"faces":{"status":"{{{status}}}"{{{more}}}}}, "detections": []
        }
        """;

    private async Task<VideoAnswer?> WaitAsync(FakeApi server)
    {
        using var api = new ApiClient(server.Endpoint, new OpenAccess(), _time);
        return await new ResultWatch(new(api), _error, _time)
            .WaitAsync("film.mp4", null, TestContext.Current.CancellationToken);
    }
}
