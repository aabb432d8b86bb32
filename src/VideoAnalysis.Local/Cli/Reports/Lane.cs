namespace VideoAnalysis.Local.Cli.Reports;

/// <summary>Draws when something is seen, as a line of characters.</summary>
internal static class Lane
{
    /// <summary>By how much of a character's time something is seen: nothing, up to a quarter, and so on.</summary>
    private static readonly char[] Shades = ['·', '░', '▒', '▓', '█'];

    /// <summary>Draws.</summary>
    /// <param name="spans">When it is seen, in milliseconds.</param>
    /// <param name="duration">The length of the video, in milliseconds.</param>
    /// <param name="columns">How many characters wide: 1 or more.</param>
    public static string Draw(IEnumerable<(long Start, long End)> spans, long duration, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var width = Math.Max(1, duration) / (double)columns;
        var seen = new double[columns];
        foreach (var (start, end) in spans)
        {
            // What has no length is seen all the same.
            var last = Math.Max(end, start + 1);
            for (var column = Column(start); column < columns && column * width < last; column++)
            {
                seen[column] += Math.Min(last, (column + 1) * width) - Math.Max(start, column * width);
            }
        }

        return string.Concat(
            seen.Select(time => Shades[(int)Math.Clamp(Math.Ceiling((4 * time / width) - 1e-6), 0, 4)]));

        int Column(long time) => (int)Math.Clamp(time / width, 0, columns - 1);
    }
}
