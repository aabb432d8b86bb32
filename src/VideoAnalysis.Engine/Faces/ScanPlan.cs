namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// Where the detector looks in frames of one size. Its models find faces from about 20 pixels to about as large as they
/// were trained on; so a frame is looked at in three sizes. The finest is cut into strips, which stay in the
/// processor's cache, and overlap.
/// </summary>
internal sealed class ScanPlan
{
    // Rekognition documents 40x40 pixels at 1920x1080 as the smallest face. At this many pixels a frame those 40 are
    // 24, and were found in every place that was tried; at two thirds of it, in most.
    private const double PixelsOfFinestLevel = 1152 * 648;

    // The side of the picture for which the full-range model was made.
    private const int CoarseSide = 192;

    // As much of two neighbours is the same: smaller faces lie whole in one of them, and the coarser levels see the
    // others.
    private const int Overlap = 32;

    // Levels closer to each other than this see the same.
    private const double NextLevel = 1.2;

    // The largest tiles; multiples of both models' granularity.
    private const int StripWidth = 1152;
    private const int StripHeight = 256;

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
        var (columns, tileWidth) = Cut(width, StripWidth, model.Granularity);
        var (rows, tileHeight) = Cut(height, StripHeight, model.Granularity);
        var tiles = from row in Enumerable.Range(0, rows)
                    from column in Enumerable.Range(0, columns)
                    select new Tile(
                        Start(column, columns, width, tileWidth), Start(row, rows, height, tileHeight), tileWidth,
                        tileHeight);
        return new ScanLevel(model, scale, width, height, [.. tiles]);
    }

    // As few tiles as do, each as small as it may be then: what is beyond the picture is looked at for nothing.
    private static (int Count, int Tile) Cut(int length, int largest, int granularity)
    {
        var count = Math.Max(1, (int)Math.Ceiling((length - Overlap) / (double)(largest - Overlap)));
        var needed = (int)Math.Ceiling((length + ((count - 1) * Overlap)) / (double)count);
        return (count, (needed + granularity - 1) / granularity * granularity);
    }

    // Evenly spread, the first at the near edge and the last at the far one.
    private static int Start(int tile, int count, int length, int size) =>
        count == 1 ? 0 : (length - size) * tile / (count - 1);
}
