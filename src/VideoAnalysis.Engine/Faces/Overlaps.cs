using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>How boxes overlap, and which of several over one face is kept.</summary>
internal static class Overlaps
{
    // Two people's faces hardly ever share this much of their boxes; two sightings of one face do.
    private const double SameFaceUnion = 0.3;

    // A tile that shows a part of a large face may report a small box inside the large one.
    private const double SameFaceInside = 0.7;

    /// <summary>Non-maximum suppression: the highest score of each cluster of boxes, highest first.</summary>
    public static IReadOnlyList<T> Suppress<T>(IReadOnlyCollection<T> found, Func<T, double> score, Func<T, Rectangle> box)
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

    /// <summary>Whether two boxes are of the same face.</summary>
    public static bool SameFace(in Rectangle a, in Rectangle b) =>
        Rectangle.Overlap(a, b) > SameFaceUnion || Rectangle.Shared(a, b) > SameFaceInside * Math.Min(a.Area, b.Area);
}
