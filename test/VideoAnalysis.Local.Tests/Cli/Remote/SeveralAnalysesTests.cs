using Microsoft.AspNetCore.Http;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Files;
using VideoAnalysis.Local.Cli.Remote;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Local.Tests.Cli.Client;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Cli.Remote;

/// <summary><c>results</c> of a video that has several analyses: each of them succeeds or fails alone.</summary>
[Slow]
public sealed class SeveralAnalysesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_succeeded_is_shown_and_written_and_what_failed_is_said_beside_it()
    {
        var code = await RunAsync("""
            "chimes":{"status":"SUCCEEDED","warning":"2 of 75 frames could not be read.","summary":{"detections":3}},
            "labels":{"status":"FAILED","reason":"The role may not."}
            """);

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains("chimes: 1 appearance, 3 detections", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Warning: 2 of 75 frames could not be read.", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("labels failed: The role may not.", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("of chimes\r\n", await ReadAsync("film.csv"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_that_succeeded_are_written_to_a_file_each()
    {
        var code = await RunAsync("""
            "chimes":{"status":"SUCCEEDED","summary":{"detections":3}},
            "smells":{"status":"SUCCEEDED","summary":{"detections":3}}
            """);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Equal("of chimes\r\n", await ReadAsync("film.chimes.csv"));
        Assert.Equal("of smells\r\n", await ReadAsync("film.smells.csv"));
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_is_named_is_all_that_matters()
    {
        var code = await RunAsync(
            """
            "chimes":{"status":"SUCCEEDED","summary":{"detections":3}},
            "labels":{"status":"FAILED","reason":"The role may not."},
            "smells":{"status":"IN_PROGRESS"}
            """,
            analyses: ["chimes"]);

        Assert.Equal(ExitCodes.Success, code);
        Assert.DoesNotContain("labels", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("of chimes\r\n", await ReadAsync("film.csv"));
    }

    private Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(_folder.Path, file), TestContext.Current.CancellationToken);

    private async Task<int> RunAsync(string standing, IReadOnlyList<string>? analyses = null)
    {
        await using var server = await FakeApi.StartedAsync();
        server.Answer = context => context.Response.WriteAsync(
            context.Request.Path.StartsWithSegments("/appearances", StringComparison.Ordinal)
                ? """{"appearances":[{"id":7,"subject":{"key":"bell"},"start":1000,"end":3000,"present":2000}]}"""
                : context.Request.Query["format"] == "csv" ? $"of {context.Request.Query["analysis"]}\r\n"
                : $$$"""{"key":"film.mp4","uploadedAt":"2026-03-04T05:06:07Z","analyses":{{{{standing}}}}}""");
        using var api = new ApiClient(server.Endpoint, new OpenAccess(), TimeProvider.System);
        var target = new FileTarget(FileFormat.All.Single(each => each.Name == "csv"),
            Path.Combine(_folder.Path, "film.csv"), IsFolder: false, ResultKind.Detections);
        return await new ResultsRun(api, _output, _error, new([target], () => Stream.Null), TimeProvider.System)
            .RunAsync("film.mp4", DetectionFilter.None with { Analyses = analyses }, watch: false,
                TestContext.Current.CancellationToken);
    }
}
