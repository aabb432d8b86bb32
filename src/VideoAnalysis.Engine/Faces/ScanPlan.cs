using OpenCvSharp;

namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// Where the detector looks in frames of one size. Its models see small squares, and find faces from a tenth to the whole
/// of them; so a frame is looked at as a whole, in squares of its height, and in small tiles, which overlap.
/// </summary>
internal sealed class ScanPlan
{
    // Rekognition documents 40x40 pixels at 1920x1080 as the smallest face. At this many pixels a frame those 40 are 24 of
    // a tile's 128, and were found in every place that was tried; at two thirds of it, in most.
    private const double PixelsOfFinestLevel = 1152 * 648;

    // A face as large as this share of a tile lies whole in one of two neighbours; the coarser levels see the larger ones.
    private const double Overlap = 0.3;

    // Levels closer to each other than this see the same.
    private const double NextLevel = 1.2;

    private ScanPlan(IReadOnlyList<ScanLevel> levels) => Levels = levels;

    /// <summary>The levels, the coarsest first.</summary>
    public IReadOnlyList<ScanLevel> Levels { get; }

    /// <summary>Plans for frames of a size.</summary>
    public static ScanPlan For(Size frame)
    {
        var (coarse, fine) = (BlazeFaceKind.FullRange, BlazeFaceKind.ShortRange);
        var whole = coarse.InputSize / (double)Math.Max(frame.Width, frame.Height);
        // From here on a frame is never enlarged: that shows the model nothing that is not there.
        var squares = Math.Min(1, coarse.InputSize / (double)Math.Min(frame.Width, frame.Height));
        var tiles = Math.Min(1, Math.Sqrt(PixelsOfFinestLevel / ((double)frame.Width * frame.Height)));

        List<ScanLevel> levels = [Level(frame, coarse, whole)];
        if (squares > whole * NextLevel)
        {
            levels.Add(Level(frame, coarse, squares));
        }

        if (tiles > squares * NextLevel)
        {
            levels.Add(Level(frame, fine, tiles));
        }

        return new ScanPlan(levels);
    }

    private static ScanLevel Level(Size frame, BlazeFaceKind model, double scale)
    {
        var size = new Size(
            Math.Max(1, (int)Math.Round(frame.Width * scale)), Math.Max(1, (int)Math.Round(frame.Height * scale)));
        var tiles = from y in Starts(size.Height, model.InputSize)
                    from x in Starts(size.Width, model.InputSize)
                    select new Point(x, y);
        return new ScanLevel(model, scale, size, [.. tiles]);
    }

    // Evenly spread, the first at the near edge and the last at the far one; a side shorter than a tile is centred in it.
    private static IEnumerable<int> Starts(int length, int tile)
    {
        var spare = length - tile;
        if (spare <= 0)
        {
            return [spare / 2];
        }

        var steps = (int)Math.Ceiling(spare / (tile * (1 - Overlap)));
        return Enumerable.Range(0, steps + 1).Select(i => spare * i / steps);
    }
}
