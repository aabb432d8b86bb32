using System.Diagnostics;
using VideoAnalysis.Local.Cli;
using VideoAnalysis.Local.Cli.Completing;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Local.Tests.EndToEnd;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Cli.Completing;

[Slow]
public sealed class CompleteTests
{
    [Theory]
    [InlineData("videoanalysis li", "list")]
    [InlineData("./videoanalysis results film.mp4 --min", "--min-confidence")]
    [InlineData("/usr/bin/videoanalysis list --status F", "FAILED")]
    [InlineData("videoanalysis export --format p", "parquet")]
    [InlineData("videoanalysis export --analyses seg", "segments")]
    [InlineData("videoanalysis completion z", "zsh")]
    public void What_may_come_next_is_found(string line, string word) =>
        Assert.Equal([word], CompleteCommand.Of(CommandLine.CreateRoot(), line, line.Length));

    [Fact]
    public void Every_command_that_people_use_is_offered() => Assert.Equal(
        ["analyze", "completion", "delete", "export", "list", "persons", "redrive", "render", "results", "start", "up"],
        CompleteCommand.Of(CommandLine.CreateRoot(), "videoanalysis ", 14)
            .Where(word => !word.StartsWith('-')).Order());

    [Fact]
    public void Only_what_is_before_the_cursor_counts() =>
        Assert.Equal(["list"], CompleteCommand.Of(CommandLine.CreateRoot(), "videoanalysis li --all", 16));

    [Theory(Timeout = 60_000)]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Each_shell_has_a_script(string shell)
    {
        var (code, script, _) = await RunAsync("completion", shell);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Contains("complete --position", script, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Bash_completes_with_its_script()
    {
        var (_, script, _) = await RunAsync("completion", "bash");
        var start = StackProcess.Start();
        var program = $"videoanalysis() {{ '{start.FileName}' " +
            $"{string.Join(' ', start.ArgumentList.Select(argument => $"'{argument}'"))} \"$@\"; }}";
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", $$"""
            {{program}}
            {{script}}
            COMP_WORDS=(videoanalysis expo) COMP_LINE="videoanalysis expo" COMP_POINT=18
            _videoanalysis
            echo "${COMPREPLY[@]}"
            """]) { RedirectStandardOutput = true })!;

        Assert.Equal(
            "export", (await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("list", "lst")]
    [InlineData("--prefix", "list", "--prefx", "x")]
    public async Task What_is_mistyped_is_answered_with_the_likely_word(string likely, params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments);

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(likely, error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_word_of_an_option_may_be_in_any_case()
    {
        var (_, _, wrong) = await RunAsync("list", "--status", "gone");
        var (_, _, right) = await RunAsync("list", "--status", "failed", "--endpoint", "http://127.0.0.1:9");

        Assert.Contains("--status takes one of QUEUED, IN_PROGRESS, SUCCEEDED, FAILED, not \"gone\".", wrong,
            StringComparison.Ordinal);
        Assert.DoesNotContain("--status", right, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(StackProcess.Start([.. arguments]))!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
