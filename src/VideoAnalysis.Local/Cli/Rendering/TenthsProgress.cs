namespace VideoAnalysis.Local.Cli.Rendering;

/// <summary>A line at every tenth of the work.</summary>
/// <param name="output">Where to.</param>
/// <param name="what">What is being done.</param>
internal sealed class TenthsProgress(TextWriter output, string what)
{
    private int _said = -1;

    /// <summary>Says how far it is, if it has not been said.</summary>
    /// <param name="share">0 to 1.</param>
    public void Report(double share)
    {
        var tenth = (int)(share * 10);
        if (tenth > _said)
        {
            _said = tenth;
            output.WriteLine($"{what}, {tenth * 10}%");
        }
    }
}
