namespace VideoAnalysis.Engine.Segments;

/// <summary>The rates at which frames usually come.</summary>
internal static class FrameRates
{
    private static readonly double[] Usual =
    [
        24_000 / 1001.0, 24, 25, 30_000 / 1001.0, 30, 48_000 / 1001.0, 48, 50, 60_000 / 1001.0, 60,
        120_000 / 1001.0, 120,
    ];

    /// <summary>The usual rate that a rounded one stands for; the rate itself, if it is no usual one.</summary>
    /// <param name="rate">Frames a second.</param>
    public static double Exact(double rate)
    {
        var nearest = Usual.MinBy(usual => Math.Abs(usual - rate));
        return Math.Abs(nearest - rate) < 0.0003 * nearest ? nearest : rate;
    }
}
