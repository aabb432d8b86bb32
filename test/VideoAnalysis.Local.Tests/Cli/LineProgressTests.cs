using VideoAnalysis.Local.Cli.Analyzing;

namespace VideoAnalysis.Local.Tests.Cli;

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
}
