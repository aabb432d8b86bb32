using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.Local.Cli.Analyzing;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Files;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.Local.Tests.EndToEnd;
using VideoAnalysis.Local.Tests.Weather;
using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Cli.Analyzing;

/// <summary><c>analyze</c> with two analyses, of which one is made up.</summary>
[Slow]
public sealed class AnalyzeRunTests : IDisposable
{
    private readonly ScriptedEngine _engine = LocalWeather.Engine();
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_analysis_is_shown_with_who_and_what_is_seen_when()
    {
        var code = await RunAsync(null, "csv", Path.Combine(_folder.Path, "film.csv"), ResultKind.Appearances);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Contains("faces: 3 appearances, 8 detections", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("weather: 12 appearances, 12 detections", _output.ToString(), StringComparison.Ordinal);
        Assert.Matches("雪 .*0:00.0-0:06.5, 4 times", _output.ToString());
        Assert.Contains("雪", await ReadAsync("film.weather.csv"), StringComparison.Ordinal);
        Assert.Contains("linked", await ReadAsync("film.faces.csv"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_succeeded_is_shown_and_written_though_another_analysis_failed_and_that_ends_it_with_1()
    {
        _engine.AnalyzingFails = requests =>
            requests.Any(request => request is FaceRequest) ? new InvalidOperationException("Too dark.") : null;

        var code = await RunAsync(null, "json", Path.Combine(_folder.Path, "film.json"), ResultKind.Detections);

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains("faces failed: ", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("weather: 12 appearances", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"雪\"", await ReadAsync("film.json"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Only_the_analyses_that_are_named_are_done()
    {
        var code = await RunAsync(["weather"]);

        Assert.Equal(ExitCodes.Success, code);
        Assert.DoesNotContain("faces", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("weather", Assert.Single(Assert.Single(_engine.Passes)).Analysis);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_analysis_that_there_is_not_is_refused_by_name_with_those_that_there_are()
    {
        var error = await Assert.ThrowsAsync<UnavailableAnalysisException>(() => RunAsync(["faces", "smells"]));

        Assert.Contains("\"smells\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("faces, weather", error.Message, StringComparison.Ordinal);
        Assert.Empty(_engine.Passes);
    }

    [Fact(Timeout = 120_000)]
    public async Task Two_analyses_for_standard_output_are_refused_before_any_work()
    {
        await Assert.ThrowsAsync<UsageException>(
            () => RunAsync(null, "csv", FileTarget.StandardOutput, ResultKind.Detections));

        Assert.Empty(_engine.Passes);
    }

    private Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(_folder.Path, file), TestContext.Current.CancellationToken);

    private async Task<int> RunAsync(
        IReadOnlyList<string>? analyses, string? format = null, string place = "", ResultKind? kind = null)
    {
        IReadOnlyList<FileTarget> targets = format is null ? []
            : [new(FileFormat.All.Single(each => each.Name == format), place, IsFolder: false, kind!)];
        var options = new LocalStackOptions
        {
            DataFolder = Path.Combine(_folder.Path, "data"),
            ServicesPort = 0,
            ApiPort = 0,
            LogLevel = LogLevel.Critical,
            Analyses = analyses,
        };
        return await new AnalyzeRun(
            options,
            new NoProgress(),
            _output,
            _error,
            new ResultFiles(targets, () => Stream.Null),
            TimeProvider.System,
            services =>
            {
                LocalWeather.AddTo(services);
                services.Replace(ServiceDescriptor.Singleton<IVideoEngine>(_engine));
            }).RunAsync([new VideoToUpload(TestVideos.Path("five-seconds.mp4"), "film.mp4")],
                TestContext.Current.CancellationToken);
    }
}
