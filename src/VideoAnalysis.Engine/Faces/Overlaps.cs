using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>How much two boxes overlap that are of one face.</summary>
internal static class Overlaps
{
    // Two people's faces hardly ever share this much of their boxes; two sightings of one face do.
    private const double SameFaceUnion = 0.3;

    // A tile that shows a part of a large face may report a small box inside the large one.
    private const double SameFaceInside = 0.7;

    /// <summary>Whether two boxes are of the same face.</summary>
    public static bool SameFace(in Rectangle a, in Rectangle b) =>
        Rectangle.Overlap(a, b) > SameFaceUnion || Rectangle.Shared(a, b) > SameFaceInside * Math.Min(a.Area, b.Area);
}
