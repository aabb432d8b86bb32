using System.Diagnostics;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Local.Tests.EndToEnd;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Cli.Analyzing;

[Slow]
public sealed class AnalyzeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 300_000)]
    public async Task The_summary_says_how_much_was_found_when_and_with_which_confidence()
    {
        var (code, output, error) = await RunAsync("analyze", TestVideos.Path("five-seconds.mp4"));

        Assert.Equal(ExitCodes.Success, code);
        Assert.Contains("five-seconds.mp4", output, StringComparison.Ordinal);
        Assert.Contains(" detections, confidence ", output, StringComparison.Ordinal);
        Assert.Contains("% on average", output, StringComparison.Ordinal);
        Assert.Contains("five-seconds.mp4: done", error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task One_video_that_fails_is_told_of_and_the_others_are_analysed()
    {
        var text = Path.Combine(_folder.Path, "100% [red]text.mp4");
        await File.WriteAllTextAsync(text, "no video", TestContext.Current.CancellationToken);

        var (code, output, error) = await RunAsync("analyze", "-q", text, TestVideos.Path("no-faces.mp4"));

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains("100% [red]text.mp4\n  faces failed: ", output, StringComparison.Ordinal);
        Assert.Contains("faces: nothing was found.", output, StringComparison.Ordinal);
        Assert.Equal("", error);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_report_is_one_file_that_asks_nobody_for_anything()
    {
        var report = Path.Combine(_folder.Path, "reports", "report.html");
        var text = Path.Combine(_folder.Path, "<img src=x onerror=alert(1)>&\u202e.mp4");
        await File.WriteAllTextAsync(text, "no video", TestContext.Current.CancellationToken);

        var (code, _, _) =
            await RunAsync("analyze", "-q", "--report", report, TestVideos.Path("five-seconds.mp4"), text);

        var html = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.Failure, code);
        Assert.StartsWith("<!doctype html>", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'; img-src data:", html, StringComparison.Ordinal);
        Assert.Contains("<h2>five-seconds.mp4</h2>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<h2>&lt;img src=x onerror=alert(1)&gt;&amp;\uFFFD.mp4</h2>", Shown(html), StringComparison.Ordinal);
        Assert.Contains("<h3>Faces</h3>", html, StringComparison.Ordinal);
        Assert.Contains("<bdi>#0</bdi>", Shown(html), StringComparison.Ordinal);
        Assert.Contains("<rect x=\"0\" width=\"1000\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href|action)=\"(?!data:image/jpeg;base64,)", html);
        Assert.DoesNotMatch("<(script|link|iframe|object|form)|url\\(|@import|https?:", html);
        var picture = System.Text.RegularExpressions.Regex.Match(
            html, "data:image/jpeg;base64,([A-Za-z0-9+/=]+)").Groups[1].Value;
        var bytes = Convert.FromBase64String(picture);
        Assert.Equal((byte[])[0xFF, 0xD8, 0xFF], bytes[..3]);
        Assert.True(bytes.Length > 1_000, $"{bytes.Length} bytes");

        // Browsers take either form of a character reference.
        static string Shown(string html) => html.Replace("&#xFFFD;", "\uFFFD", StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_collection_that_is_named_is_searched_for_persons()
    {
        var (code, output, _) =
            await RunAsync("analyze", "-q", "--collection", "nobody", TestVideos.Path("no-faces.mp4"));

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains("persons failed: ResourceNotFoundException", output, StringComparison.Ordinal);
        Assert.Contains("Create the collection \"nobody\"", output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task Results_stay_in_a_data_folder_that_is_named_and_the_newer_upload_is_waited_for()
    {
        var video = Path.Combine(_folder.Path, "film.mp4");
        var data = Path.Combine(_folder.Path, "data");
        File.Copy(TestVideos.Path("no-faces.mp4"), video);
        await RunAsync("analyze", "-q", "--data", data, video);
        File.Copy(TestVideos.Path("five-seconds.mp4"), video, overwrite: true);

        var (code, output, _) = await RunAsync("analyze", "-q", "--data", data, video);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Contains(" detections, confidence ", output, StringComparison.Ordinal);
        await using var stack = await StackProcess.StartedAsync(data);
        Assert.Contains("SUCCEEDED", await stack.ResultAsync("film.mp4"), StringComparison.Ordinal);
    }

    [Theory(Timeout = 300_000)]
    [InlineData("INT")] // Ctrl-C.
    [InlineData("TERM")]
    [InlineData("HUP")] // The terminal was closed.
    public async Task A_signal_ends_it_with_130_and_leaves_nothing_behind(string signal)
    {
        var start = StackProcess.Start("analyze", TestVideos.Path("slow-then-fast.mp4"));
        start.Environment["TMPDIR"] = _folder.Path;
        using var process = Process.Start(start)!;
        await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);

        await StackProcess.SignalAsync(process, signal);

        Assert.Equal(ExitCodes.Interrupted, process.ExitCode);
        Assert.Empty(Directory.EnumerateDirectories(_folder.Path, "videoanalysis-*"));
    }

    [Fact(Timeout = 300_000)]
    public async Task A_database_that_is_none_is_said_in_a_line()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Path, "local.db"), new string('x', 5_000), TestContext.Current.CancellationToken);

        foreach (var command in (string[][])[["up", "--port-s3", "0", "--port-api", "0"], ["redrive"]])
        {
            var (code, _, error) = await RunAsync([.. command, "--data", _folder.Path]);

            Assert.Equal(ExitCodes.Failure, code);
            Assert.Contains("not a database", error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
        }
    }

    [Fact(Timeout = 300_000)]
    public async Task A_data_folder_in_use_is_named_with_the_option_that_chooses_another()
    {
        await using var stack = await StackProcess.StartedAsync(_folder.Path);

        var (code, _, error) = await RunAsync("analyze", "-q", "--data", _folder.Path, TestVideos.Path("no-faces.mp4"));

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains(_folder.Path, error, StringComparison.Ordinal);
        Assert.Contains("--data", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact(Timeout = 300_000)]
    public async Task A_port_in_use_is_named_with_the_option_that_chooses_another()
    {
        await using var stack = await StackProcess.StartedAsync(Path.Combine(_folder.Path, "one"));
        var port = stack.Services.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        foreach (var option in (string[])["--port-s3", "--port-api"])
        {
            var other = option == "--port-s3" ? "--port-api" : "--port-s3";
            var (code, _, error) =
                await RunAsync("up", "--data", Path.Combine(_folder.Path, "two"), option, port, other, "0");

            Assert.Equal(ExitCodes.Failure, code);
            Assert.Contains($"Port {port} of 127.0.0.1 is in use", error, StringComparison.Ordinal);
            Assert.Contains(option, error, StringComparison.Ordinal);
        }
    }

    [Theory(Timeout = 300_000)]
    [InlineData("no command")]
    [InlineData("an unknown command", "analyse", "film.mp4")]
    [InlineData("no video", "analyze")]
    [InlineData("a video that is not there", "analyze", "no such film.mp4")]
    [InlineData("a port that is none", "up", "--port-api", "70000")]
    [InlineData("an address that is none", "up", "--listen", "here")]
    [InlineData("no workers", "analyze", "film.mp4", "--workers", "0")]
    [InlineData("a name that is empty", "analyze", "")]
    [InlineData("a file of arguments, which there are none of", "analyze", "@film.mp4")]
    public async Task What_the_command_line_gets_wrong_is_said_and_ends_with_2(string wrong, params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments);

        Assert.True(code == ExitCodes.Usage, $"{wrong}: {code}");
        Assert.NotEqual("", error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory(Timeout = 300_000)]
    [InlineData("videoanalysis analyze film.mp4", "--help")]
    [InlineData("--port-s3", "up", "--help")]
    [InlineData("--quiet", "analyze", "--help")]
    public async Task Help_has_examples_and_options(string expected, params string[] arguments)
    {
        var (code, output, _) = await RunAsync(arguments);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Process.Start(StackProcess.Start(arguments))!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
