using VideoAnalysis.Local.Cli.Analyzing;

namespace VideoAnalysis.Local.Tests.Cli.Analyzing;

public sealed class LineProgressTests
{
    [Fact]
    public void A_quarter_is_told_once_and_what_goes_backwards_is_not()
    {
        using var output = new StringWriter();
        var progress = new LineProgress(output);

        foreach (var percent in (int[])[0, 10, 26, 30, 20, 99])
        {
            progress.Analyzed("a.mp4", percent);
        }

        progress.Ended("a.mp4", succeeded: true);

        Assert.Equal(
            ["a.mp4: analyzing, 0%", "a.mp4: analyzing, 25%", "a.mp4: analyzing, 75%", "a.mp4: done"],
            output.ToString().TrimEnd().Split(Environment.NewLine));
    }

    [Fact]
    public void A_name_stays_one_line_and_gives_the_terminal_no_commands()
    {
        using var output = new StringWriter();

        new LineProgress(output).Ended("a\n\u001b[31mb\u202E4pm.mp4", succeeded: false);

        Assert.Equal("a\uFFFD\uFFFD[31mb\uFFFD4pm.mp4: failed", output.ToString().TrimEnd());
    }
}
