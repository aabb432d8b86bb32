using OpenCvSharp;

namespace VideoAnalysis.Engine.Faces;

/// <summary>How boxes overlap, and which of several over one face is kept.</summary>
internal static class Overlaps
{
    // Two people's faces hardly ever share this much of their boxes; two sightings of one face do.
    private const double SameFaceUnion = 0.3;

    // A tile that shows a part of a large face may report a small box inside the large one.
    private const double SameFaceInside = 0.7;

    /// <summary>Intersection over union, 0 to 1.</summary>
    public static double IntersectionOverUnion(in Rect2d a, in Rect2d b)
    {
        var shared = Shared(a, b);
        return shared <= 0 ? 0 : shared / ((a.Width * a.Height) + (b.Width * b.Height) - shared);
    }

    /// <summary>Non-maximum suppression: the highest score of each cluster of boxes, highest first.</summary>
    public static IReadOnlyList<T> Suppress<T>(IReadOnlyCollection<T> found, Func<T, double> score, Func<T, Rect2d> box)
    {
        List<T> kept = [];
        // OrderBy is stable, so equal scores keep the order of the tiles: the same frame, the same answer.
        foreach (var candidate in found.OrderByDescending(score))
        {
            if (!kept.Exists(k => SameFace(box(k), box(candidate))))
            {
                kept.Add(candidate);
            }
        }

        return kept;
    }

    private static bool SameFace(in Rect2d a, in Rect2d b) =>
        IntersectionOverUnion(a, b) > SameFaceUnion
        || Shared(a, b) > SameFaceInside * Math.Min(a.Width * a.Height, b.Width * b.Height);

    private static double Shared(in Rect2d a, in Rect2d b) =>
        Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left))
        * Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top));
}
