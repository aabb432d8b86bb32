namespace VideoAnalysis.Engine.Pictures;

/// <summary>Where the pixels of a picture come from: from (A*x + B*y + C, D*x + E*y + F) of another.</summary>
/// <param name="A">x per x.</param>
/// <param name="B">x per y.</param>
/// <param name="C">x of the origin.</param>
/// <param name="D">y per x.</param>
/// <param name="E">y per y.</param>
/// <param name="F">y of the origin.</param>
internal readonly record struct Affine(double A, double B, double C, double D, double E, double F)
{
    /// <summary>Where a pixel comes from.</summary>
    public Point2 Of(double x, double y) => new((A * x) + (B * y) + C, (D * x) + (E * y) + F);

    /// <summary>
    /// The turn, scale and shift that lays points onto others with the least squares of errors.
    /// </summary>
    /// <param name="points">Points of this picture; at least two different ones.</param>
    /// <param name="sources">Where each comes from.</param>
    public static Affine Similar(ReadOnlySpan<Point2> points, ReadOnlySpan<Point2> sources)
    {
        var (from, to) = (Mean(points), Mean(sources));
        double along = 0, turned = 0, length = 0;
        for (var i = 0; i < points.Length; i++)
        {
            var (x, y) = (points[i].X - from.X, points[i].Y - from.Y);
            var (u, v) = (sources[i].X - to.X, sources[i].Y - to.Y);
            along += (x * u) + (y * v);
            turned += (x * v) - (y * u);
            length += (x * x) + (y * y);
        }

        var (a, b) = (along / length, turned / length);
        return new(a, -b, to.X - (a * from.X) + (b * from.Y), b, a, to.Y - (b * from.X) - (a * from.Y));
    }

    private static Point2 Mean(ReadOnlySpan<Point2> points)
    {
        double x = 0, y = 0;
        foreach (var point in points)
        {
            (x, y) = (x + point.X, y + point.Y);
        }

        return new(x / points.Length, y / points.Length);
    }
}
