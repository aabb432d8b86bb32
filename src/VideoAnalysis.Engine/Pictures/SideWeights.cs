namespace VideoAnalysis.Engine.Pictures;

/// <summary>
/// Which pixels make a pixel of a resized picture, along one side: all those that it covers where the picture shrinks,
/// the two nearest where it grows. Each new pixel has the same number of them, some maybe with a weight of 0.
/// </summary>
internal sealed class SideWeights
{
    // So many pixels are the same size, give or take the error of a division.
    private const double SameSize = 1.0001;
    private const double Rounding = 1e-9;

    private SideWeights(int from, int to, int count)
    {
        (From, To, Count) = (from, to, count);
        First = new int[to];
        Weights = new float[to * count];
    }

    /// <summary>The length that there is, in pixels.</summary>
    public int From { get; }

    /// <summary>The length that is wanted, in pixels.</summary>
    public int To { get; }

    /// <summary>How many pixels make one.</summary>
    public int Count { get; }

    /// <summary>The first pixel of each new one.</summary>
    public int[] First { get; }

    /// <summary>The weights of all new pixels, one after the other: <see cref="Count"/> each, 1 in sum.</summary>
    public float[] Weights { get; }

    /// <summary>Weights from one length to another.</summary>
    /// <param name="from">In pixels, at least 1.</param>
    /// <param name="to">In pixels, at least 1.</param>
    public static SideWeights Of(int from, int to)
    {
        var step = from / (double)to;
        var shrinks = step > SameSize;
        var weights = new SideWeights(from, to, Math.Min(from, shrinks ? (int)Math.Ceiling(step - Rounding) + 1 : 2));
        for (var i = 0; i < to; i++)
        {
            if (shrinks)
            {
                weights.Cover(i, i * step, Math.Min(from, (i + 1) * step));
            }
            else
            {
                weights.Between(i, Math.Clamp(((i + 0.5) * step) - 0.5, 0, from - 1));
            }
        }

        return weights;
    }

    private void Cover(int pixel, double start, double end)
    {
        var first = (int)Math.Floor(start + Rounding);
        var last = Math.Min(From, (int)Math.Ceiling(end - Rounding));
        First[pixel] = Math.Min(first, From - Count);
        for (var at = first; at < last; at++)
        {
            this[pixel, at] = (float)((Math.Min(end, at + 1) - Math.Max(start, at)) / (end - start));
        }
    }

    private void Between(int pixel, double place)
    {
        First[pixel] = Math.Min((int)place, From - Count);
        var share = place - First[pixel];
        if (Count == 1)
        {
            Weights[pixel] = 1;
            return;
        }

        (this[pixel, First[pixel]], this[pixel, First[pixel] + 1]) = ((float)(1 - share), (float)share);
    }

    private float this[int pixel, int at]
    {
        set => Weights[(pixel * Count) + at - First[pixel]] = value;
    }
}
