using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Text;

/// <summary>A rectangle that may be turned, by up to 45 degrees either way; in pixels.</summary>
/// <param name="Center">Its middle.</param>
/// <param name="Along">The direction of its upper and lower edge, to the right: a vector of length 1.</param>
/// <param name="Width">The length of these edges.</param>
/// <param name="Height">The length of the others.</param>
internal readonly record struct TurnedRectangle(Point2 Center, Point2 Along, double Width, double Height)
{
    /// <summary>The smallest such rectangle around points, by its area.</summary>
    /// <param name="points">At least one.</param>
    public static TurnedRectangle Around(IReadOnlyList<Point2> points)
    {
        var hull = ConvexHull.Of(points);
        var best = new TurnedRectangle(hull[0], new(1, 0), 0, 0);
        var area = double.MaxValue;
        for (var i = 0; i < hull.Count; i++)
        {
            var (from, to) = (hull[i], hull[(i + 1) % hull.Count]);
            var (x, y) = (to.X - from.X, to.Y - from.Y);
            var length = Math.Sqrt((x * x) + (y * y));
            if (length > 0)
            {
                var rectangle = Around(hull, Rightwards(x / length, y / length));
                if (rectangle.Width * rectangle.Height < area)
                {
                    (best, area) = (rectangle, rectangle.Width * rectangle.Height);
                }
            }
        }

        return best;
    }

    /// <summary>A point within, or beyond, the rectangle.</summary>
    /// <param name="right">0 at the left edge, 1 at the right one.</param>
    /// <param name="down">0 at the upper edge, 1 at the lower one.</param>
    public Point2 At(double right, double down)
    {
        var (a, d) = ((right - 0.5) * Width, (down - 0.5) * Height);
        return new(Center.X + (a * Along.X) - (d * Along.Y), Center.Y + (a * Along.Y) + (d * Along.X));
    }

    /// <summary>The rectangle with every edge moved outwards.</summary>
    /// <param name="by">How far, in pixels.</param>
    public TurnedRectangle Grown(double by) => this with { Width = Width + (2 * by), Height = Height + (2 * by) };

    /// <summary>The same rectangle in a picture of another size.</summary>
    /// <param name="x">The other picture's width, divided by this one's.</param>
    /// <param name="y">The other picture's height, divided by this one's; about <paramref name="x"/>.</param>
    public TurnedRectangle Scaled(double x, double y)
    {
        var (right, down) = (Along.X * x, Along.Y * y);
        var along = Math.Sqrt((right * right) + (down * down));
        var across = Math.Sqrt((Along.Y * x * Along.Y * x) + (Along.X * y * Along.X * y));
        return new(
            new(((Center.X + 0.5) * x) - 0.5, ((Center.Y + 0.5) * y) - 0.5),
            new(right / along, down / along),
            Width * along,
            Height * across);
    }

    // Of an edge's two axes, and their two directions each, the one that points to the right most.
    private static Point2 Rightwards(double x, double y) =>
        Math.Abs(x) >= Math.Abs(y)
            ? new(Math.Abs(x), x < 0 ? -y : y)
            : new(Math.Abs(y), y < 0 ? x : -x);

    private static TurnedRectangle Around(List<Point2> hull, Point2 along)
    {
        var (left, right, top, bottom) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        foreach (var point in hull)
        {
            var a = (point.X * along.X) + (point.Y * along.Y);
            var d = (point.Y * along.X) - (point.X * along.Y);
            (left, right, top, bottom) = (Math.Min(left, a), Math.Max(right, a), Math.Min(top, d), Math.Max(bottom, d));
        }

        var (middle, height) = ((left + right) / 2, (top + bottom) / 2);
        return new(
            new((middle * along.X) - (height * along.Y), (middle * along.Y) + (height * along.X)),
            along,
            right - left,
            bottom - top);
    }
}
