using System.Text;
using System.Text.Json;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Files;
using VideoAnalysis.Local.Cli.Remote;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Cli.Remote;

/// <summary><c>results</c> and <c>start</c> against the local stack.</summary>
[Slow]
public sealed class RemoteRunTests : StackRunTests
{
    private const string OddKey = "a b/100%+#?ü\n.mp4";

    private readonly MemoryStream _standardOutput = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Stack.PutAsync(OddKey);
        await WatchAsync(OddKey);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _standardOutput.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_result_is_reported_as_analyze_reports_it()
    {
        var code = await ResultsAsync(OddKey, DetectionFilter.None);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Contains("a b/100%+#?ü\uFFFD.mp4", Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("faces: 2 appearances, 4 detections, confidence", Output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_part_is_counted_by_itself()
    {
        await ResultsAsync(OddKey, new() { From = 500, To = 1000 });

        Assert.Contains("Only from 0:00.5, to 0:01.0", Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("faces: 2 appearances\n", Output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_part_in_which_nobody_is_seen_says_so()
    {
        await ResultsAsync(OddKey, new() { MinConfidence = 99 });

        Assert.Contains("faces: nothing was found.", Output.ToString(), StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("vtt")]
    public async Task Pages_make_the_same_document_as_one_page(string name)
    {
        var format = FileFormat.All.Single(each => each.Name == name);

        var whole = await DownloadAsync(format, ResultKind.Detections, pageSize: 1000);
        var paged = await DownloadAsync(format, ResultKind.Detections, pageSize: 1);

        if (name == "vtt")
        {
            // The two faces of one moment share a cue, or have one each.
            Assert.Equal(4, Lines(paged).Count(line => line.Contains("-->", StringComparison.Ordinal)));
            Assert.Equal(3, Lines(whole).Count(line => line.Contains("-->", StringComparison.Ordinal)));
            Assert.Single(Lines(paged), line => line.StartsWith("WEBVTT", StringComparison.Ordinal));
            return;
        }

        Assert.Equal(whole, paged);
        Assert.Equal(4, name == "json" ? Detections(paged)
            : Lines(paged).Count(line => line.StartsWith(name == "csv" ? ".mp4\"," : "{", StringComparison.Ordinal)));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("vtt")]
    public async Task Appearances_are_written_in_every_format_whole(string name)
    {
        var format = FileFormat.All.Single(each => each.Name == name);

        var whole = await DownloadAsync(format, ResultKind.Appearances, pageSize: 1000);
        var paged = await DownloadAsync(format, ResultKind.Appearances, pageSize: 1);

        Assert.Equal(whole, paged);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(
            paged, name == "csv" ? ",linked," : "\"source\":\"linked\""));
        Assert.DoesNotContain("next", paged, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Analyses_are_started_again_and_waited_for()
    {
        var passes = Stack.Engine.Passes.Count;

        var code = await new StartRun(Api, Output, Error, TimeProvider.System)
            .RunAsync(OddKey, new(["faces"], Again: true), wait: true, Token);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Equal(passes + 1, Stack.Engine.Passes.Count);
        Assert.Contains("faces: 2 appearances, 4 detections", Output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_succeeded_is_not_started_again_unasked()
    {
        var passes = Stack.Engine.Passes.Count;

        var code = await new StartRun(Api, Output, Error, TimeProvider.System)
            .RunAsync(OddKey, new(null, Again: false), wait: true, Token);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Equal(passes, Stack.Engine.Passes.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task Whoever_does_not_wait_is_told_how_the_analyses_stand()
    {
        Stack.Engine.Holds = true;

        var code = await new StartRun(Api, Output, Error, TimeProvider.System)
            .RunAsync(OddKey, new(["faces"], Again: true), wait: false, Token);

        Stack.Engine.LetOneEnd();
        Assert.Equal(ExitCodes.Success, code);
        Assert.Matches("faces: (QUEUED|IN_PROGRESS)", Output.ToString());
    }

    [Theory(Timeout = 120_000)]
    [InlineData("nope.mp4", "faces", "nope.mp4")]
    [InlineData(OddKey, "smells", "faces")]
    public async Task What_cannot_be_started_is_refused_by_name(string key, string analysis, string told)
    {
        var error = await Assert.ThrowsAsync<ApiException>(
            () => new StartRun(Api, Output, Error, TimeProvider.System)
                .RunAsync(key, new([analysis], Again: false), wait: true, Token));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Standard_output_gets_the_document_and_nothing_else()
    {
        var code = await ResultsAsync(OddKey, DetectionFilter.None, "json", FileTarget.StandardOutput);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Equal(4, Detections(Encoding.UTF8.GetString(_standardOutput.ToArray())));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_video_that_is_not_known_fails_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();

        var code = await ResultsAsync("nope.mp4", DetectionFilter.None, "csv", Path.Combine(folder.Path, "nope.csv"));

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains("\"nope.mp4\"", Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    [Fact(Timeout = 120_000)]
    public async Task An_analysis_that_there_is_not_is_refused_with_those_that_there_are()
    {
        var error = await Assert.ThrowsAsync<UsageException>(
            () => ResultsAsync(OddKey, new() { Analyses = ["smells"] }));

        Assert.Contains("faces", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_unfinished_analysis_is_told_of_and_nothing_is_written()
    {
        Stack.Engine.Holds = true;
        await Stack.PutAsync("slow.mp4");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        var code = ExitCodes.Failure;
        while (Output.ToString().Length == 0)
        {
            await timer.WaitForNextTickAsync(Token);
            code = await ResultsAsync("slow.mp4", DetectionFilter.None, "csv", FileTarget.StandardOutput);
        }

        Stack.Engine.LetOneEnd();
        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains("Nothing was written", Error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _standardOutput.Length);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static int Detections(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("detections").GetArrayLength();
    }

    private Task<int> ResultsAsync(string key, DetectionFilter filter, string? format = null, string place = "")
    {
        IReadOnlyList<FileTarget> targets = format is null ? []
            : [new(FileFormat.All.Single(each => each.Name == format), place, IsFolder: false, ResultKind.Detections)];
        return new ResultsRun(Api, Output, Error, new(targets, () => _standardOutput), TimeProvider.System)
            .RunAsync(key, filter, watch: false, Token);
    }

    private async Task<string> DownloadAsync(FileFormat format, ResultKind kind, int pageSize)
    {
        using var output = new MemoryStream();
        await new ResultDownload(Api, kind, pageSize).WriteAsync(
            OddKey, "faces", DetectionFilter.None, format, output, Token);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
