using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Text;

/// <summary>The outermost of points: what a rubber band around them touches (Andrew's monotone chain).</summary>
internal static class ConvexHull
{
    /// <summary>The corners, in order around the points; a single one where all points are the same.</summary>
    /// <param name="points">At least one.</param>
    public static List<Point2> Of(IEnumerable<Point2> points)
    {
        var sorted = points.Distinct().OrderBy(point => point.X).ThenBy(point => point.Y).ToList();
        if (sorted.Count < 3)
        {
            return sorted;
        }

        var lower = Chain(sorted);
        sorted.Reverse();
        var upper = Chain(sorted);
        return [.. lower.SkipLast(1), .. upper.SkipLast(1)];
    }

    private static List<Point2> Chain(List<Point2> sorted)
    {
        var chain = new List<Point2>();
        foreach (var point in sorted)
        {
            while (chain.Count >= 2 && Turn(chain[^2], chain[^1], point) <= 0)
            {
                chain.RemoveAt(chain.Count - 1);
            }

            chain.Add(point);
        }

        return chain;
    }

    private static double Turn(in Point2 a, in Point2 b, in Point2 c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
