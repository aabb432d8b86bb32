using OpenCvSharp;

namespace VideoAnalysis.Local.Detection.Faces;

/// <summary>
/// Where the detector looks in frames of one size. Its model sees 192x192 pixels and finds faces from about 16 of them
/// on; so a frame is looked at as a whole, in squares of its height, and in small tiles, which overlap.
/// </summary>
internal sealed class ScanPlan
{
    // Rekognition documents 40x40 pixels at 1920x1080 as the smallest face. Those 40 are 16 when 1920 are 768.
    private const double LongSideOfFinestLevel = 768;

    // A face as large as this share of a tile lies whole in one of two neighbours; larger ones belong to the next level.
    private const double Overlap = 0.25;

    private ScanPlan(IReadOnlyList<ScanLevel> levels) => Levels = levels;

    /// <summary>The levels, the coarsest first.</summary>
    public IReadOnlyList<ScanLevel> Levels { get; }

    /// <summary>Plans for frames of a size.</summary>
    public static ScanPlan For(Size frame)
    {
        const double input = FaceFinder.InputSize;
        double longSide = Math.Max(frame.Width, frame.Height);
        double shortSide = Math.Min(frame.Width, frame.Height);
        var whole = input / longSide;
        var squares = input / shortSide;
        // Enlarging shows the model nothing that is not there.
        var tiles = Math.Min(1, LongSideOfFinestLevel / longSide);

        List<ScanLevel> levels = [Level(frame, whole)];
        if (squares > whole * 1.2)
        {
            levels.Add(Level(frame, squares));
        }

        if (tiles > squares * 1.2)
        {
            levels.Add(Level(frame, tiles));
        }

        return new ScanPlan(levels);
    }

    private static ScanLevel Level(Size frame, double scale)
    {
        var size = new Size(
            Math.Max(1, (int)Math.Round(frame.Width * scale)), Math.Max(1, (int)Math.Round(frame.Height * scale)));
        var tiles = from y in Starts(size.Height) from x in Starts(size.Width) select new Point(x, y);
        return new ScanLevel(scale, size, [.. tiles]);
    }

    // Evenly spread, the first at the near edge and the last at the far one; a side shorter than the input is centred.
    private static IEnumerable<int> Starts(int length)
    {
        var spare = length - FaceFinder.InputSize;
        if (spare <= 0)
        {
            return [spare / 2];
        }

        var steps = (int)Math.Ceiling(spare / (FaceFinder.InputSize * (1 - Overlap)));
        return Enumerable.Range(0, steps + 1).Select(i => spare * i / steps);
    }
}
