namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// Where the detector looks in frames of one size. Its models find faces from about 20 pixels to about as large as they
/// were trained on; so a frame is looked at in three sizes. The finest is cut into strips, which stay in the processor's
/// cache, and overlap.
/// </summary>
internal sealed class ScanPlan
{
    // Rekognition documents 40x40 pixels at 1920x1080 as the smallest face. At this many pixels a frame those 40 are 24, and
    // were found in every place that was tried; at two thirds of it, in most.
    private const double PixelsOfFinestLevel = 1152 * 648;

    // The side of the picture for which the full-range model was made.
    private const int CoarseSide = 192;

    // As much of two neighbours is the same: smaller faces lie whole in one of them, and the coarser levels see the others.
    private const int Overlap = 32;

    // Levels closer to each other than this see the same.
    private const double NextLevel = 1.2;

    private const int StripWidth = 1152;
    private const int StripHeight = 192;

    private ScanPlan(IReadOnlyList<ScanLevel> levels) => Levels = levels;

    /// <summary>The levels, the coarsest first.</summary>
    public IReadOnlyList<ScanLevel> Levels { get; }

    /// <summary>Plans for frames of a size.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public static ScanPlan For(int width, int height)
    {
        // A frame is never enlarged: that shows the model nothing that is not there.
        var whole = Math.Min(1, CoarseSide / (double)Math.Max(width, height));
        var squares = Math.Min(1, CoarseSide / (double)Math.Min(width, height));
        var fine = Math.Min(1, Math.Sqrt(PixelsOfFinestLevel / ((double)width * height)));

        List<ScanLevel> levels = [Level(width, height, BlazeFaceKind.FullRange, whole)];
        if (squares > whole * NextLevel)
        {
            levels.Add(Level(width, height, BlazeFaceKind.FullRange, squares));
        }

        if (fine > squares * NextLevel)
        {
            levels.Add(Level(width, height, BlazeFaceKind.ShortRange, fine));
        }

        return new ScanPlan(levels);
    }

    private static ScanLevel Level(int frameWidth, int frameHeight, BlazeFaceKind model, double scale)
    {
        var width = Math.Max(1, (int)Math.Round(frameWidth * scale));
        var height = Math.Max(1, (int)Math.Round(frameHeight * scale));
        var tileWidth = Math.Min(StripWidth, Up(width, model.Granularity));
        var tileHeight = Math.Min(StripHeight, Up(height, model.Granularity));
        var tiles = from y in Starts(height, tileHeight)
                    from x in Starts(width, tileWidth)
                    select new Tile(x, y, tileWidth, tileHeight);
        return new ScanLevel(model, scale, width, height, [.. tiles]);
    }

    private static int Up(int length, int granularity) => (length + granularity - 1) / granularity * granularity;

    // Evenly spread, the first at the near edge and the last at the far one.
    private static IEnumerable<int> Starts(int length, int tile)
    {
        var spare = length - tile;
        if (spare <= 0)
        {
            return [0];
        }

        var steps = (int)Math.Ceiling(spare / (double)(tile - Overlap));
        return Enumerable.Range(0, steps + 1).Select(i => spare * i / steps);
    }
}
