using System.Text;
using System.Text.Json;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Files;
using VideoAnalysis.Local.Cli.Remote;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Local.Tests.EndToEnd;

namespace VideoAnalysis.Local.Tests.Cli.Remote;

/// <summary>
/// <c>results</c>, <c>list</c> and <c>delete</c> against the local stack; its engine sees 1, 2, 0 and 1 faces.
/// </summary>
public sealed class RemoteRunTests : IAsyncLifetime
{
    private const string OddKey = "a b/100%+#?ü\n.mp4";

    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly MemoryStream _standardOutput = new();
    private StackHarness _stack = null!;
    private ApiClient _api = null!;

    public async ValueTask InitializeAsync()
    {
        _stack = await StackHarness.StartedAsync();
        _api = new(_stack.Http.BaseAddress!, new OpenAccess(), TimeProvider.System);
        await _stack.PutAsync(OddKey);
        await WatchAsync(OddKey);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _output.DisposeAsync();
        await _error.DisposeAsync();
        await _standardOutput.DisposeAsync();
        await _stack.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_result_is_reported_as_analyze_reports_it()
    {
        var code = await ResultsAsync(OddKey, DetectionFilter.None);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Contains("a b/100%+#?ü\uFFFD.mp4", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("faces: 2 appearances, 4 detections, confidence", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_part_is_counted_by_itself()
    {
        await ResultsAsync(OddKey, new() { From = 500, To = 1000 });

        Assert.Contains("Only from 0:00.5, to 0:01.0", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("faces: 2 appearances\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_part_in_which_nobody_is_seen_says_so()
    {
        await ResultsAsync(OddKey, new() { MinConfidence = 99 });

        Assert.Contains("faces: nothing was found.", _output.ToString(), StringComparison.Ordinal);
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
        var passes = _stack.Engine.Passes.Count;

        var code = await new StartRun(_api, _output, _error, TimeProvider.System)
            .RunAsync(OddKey, new(["faces"], Again: true), wait: true, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Equal(passes + 1, _stack.Engine.Passes.Count);
        Assert.Contains("faces: 2 appearances, 4 detections", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_succeeded_is_not_started_again_unasked()
    {
        var passes = _stack.Engine.Passes.Count;

        var code = await new StartRun(_api, _output, _error, TimeProvider.System)
            .RunAsync(OddKey, new(null, Again: false), wait: true, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Equal(passes, _stack.Engine.Passes.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task Whoever_does_not_wait_is_told_how_the_analyses_stand()
    {
        _stack.Engine.Holds = true;

        var code = await new StartRun(_api, _output, _error, TimeProvider.System)
            .RunAsync(OddKey, new(["faces"], Again: true), wait: false, TestContext.Current.CancellationToken);

        _stack.Engine.LetOneEnd();
        Assert.Equal(ExitCodes.Success, code);
        Assert.Matches("faces: (QUEUED|IN_PROGRESS)", _output.ToString());
    }

    [Theory(Timeout = 120_000)]
    [InlineData("nope.mp4", "faces", "nope.mp4")]
    [InlineData(OddKey, "smells", "faces")]
    public async Task What_cannot_be_started_is_refused_by_name(string key, string analysis, string told)
    {
        var error = await Assert.ThrowsAsync<ApiException>(
            () => new StartRun(_api, _output, _error, TimeProvider.System)
                .RunAsync(key, new([analysis], Again: false), wait: true, TestContext.Current.CancellationToken));

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
        Assert.Contains("\"nope.mp4\"", _error.ToString(), StringComparison.Ordinal);
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
        _stack.Engine.Holds = true;
        await _stack.PutAsync("slow.mp4");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        var code = ExitCodes.Failure;
        while (_output.ToString().Length == 0)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            code = await ResultsAsync("slow.mp4", DetectionFilter.None, "csv", FileTarget.StandardOutput);
        }

        _stack.Engine.LetOneEnd();
        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains("Nothing was written", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _standardOutput.Length);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_list_has_the_newest_first_and_a_row_a_video()
    {
        await _stack.PutAsync("newer.mp4");
        await WatchAsync("newer.mp4");

        var code = await new ListRun(_api, _output, _error)
            .RunAsync(new(), limit: null, TestContext.Current.CancellationToken);

        var rows = Lines(_output.ToString());
        Assert.Equal(ExitCodes.Success, code);
        Assert.StartsWith("STATUS", rows[0], StringComparison.Ordinal);
        Assert.EndsWith($"  {"faces 2",-24}  newer.mp4", rows[1], StringComparison.Ordinal);
        Assert.EndsWith($"  {"faces 2",-24}  a b/100%+#?ü\uFFFD.mp4", rows[2], StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_list_that_is_cut_short_says_that_there_are_more()
    {
        await _stack.PutAsync("newer.mp4");
        await WatchAsync("newer.mp4");

        await new ListRun(_api, _output, _error)
            .RunAsync(new(Status: "SUCCEEDED", Analysis: "faces"), limit: 1, TestContext.Current.CancellationToken);

        Assert.Equal(2, Lines(_output.ToString()).Count(line => line.Length > 0));
        Assert.Contains("--all", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_list_can_be_of_one_folder()
    {
        await _stack.PutAsync("newer.mp4");
        await WatchAsync("newer.mp4");

        await new ListRun(_api, _output, _error)
            .RunAsync(new(Prefix: "a b/"), limit: null, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("newer.mp4", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("a b/100%", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Results_are_removed_and_what_is_not_there_fails()
    {
        var code = await new DeleteRun(_api, _output, _error, question: null)
            .RunAsync(["nope.mp4", OddKey], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Failure, code);
        Assert.StartsWith("nope.mp4: ", _error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(".mp4: removed\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failure, await ResultsAsync(OddKey, DetectionFilter.None));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("y\n", ExitCodes.Success)]
    [InlineData("YES\n", ExitCodes.Success)]
    [InlineData("\n", ExitCodes.Failure)]
    [InlineData("", ExitCodes.Failure)]
    public async Task Nothing_is_removed_without_a_yes(string answer, int expected)
    {
        var question = new Question(new StringReader(answer), _error, canBeAnswered: true);

        var code = await new DeleteRun(_api, _output, _error, question)
            .RunAsync([OddKey], TestContext.Current.CancellationToken);

        Assert.Equal(expected, code);
        Assert.Equal(expected, await ResultsAsync(OddKey, DetectionFilter.None) == ExitCodes.Success ? ExitCodes.Failure
            : ExitCodes.Success);
    }

    [Fact(Timeout = 120_000)]
    public async Task Where_nobody_can_answer_nothing_is_asked() => await Assert.ThrowsAsync<UsageException>(() =>
        new DeleteRun(_api, _output, _error, new Question(TextReader.Null, _error, canBeAnswered: false))
            .RunAsync([OddKey], TestContext.Current.CancellationToken));

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static int Detections(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("detections").GetArrayLength();
    }

    private Task<int> WatchAsync(string key) =>
        new ResultsRun(_api, TextWriter.Null, TextWriter.Null, new([], () => _standardOutput), TimeProvider.System)
        .RunAsync(key, DetectionFilter.None, watch: true, TestContext.Current.CancellationToken);

    private Task<int> ResultsAsync(string key, DetectionFilter filter, string? format = null, string place = "")
    {
        IReadOnlyList<FileTarget> targets = format is null ? []
            : [new(FileFormat.All.Single(each => each.Name == format), place, IsFolder: false, ResultKind.Detections)];
        return new ResultsRun(_api, _output, _error, new(targets, () => _standardOutput), TimeProvider.System)
            .RunAsync(key, filter, watch: false, TestContext.Current.CancellationToken);
    }

    private async Task<string> DownloadAsync(FileFormat format, ResultKind kind, int pageSize)
    {
        using var output = new MemoryStream();
        await new ResultDownload(_api, kind, pageSize).WriteAsync(
            OddKey, "faces", DetectionFilter.None, format, output, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
