namespace VideoAnalysis.Videos;

/// <summary>
/// A box as ratios of the frame's width and height; (0, 0) is the top left corner. What reaches beyond the frame
/// has values below 0 or sums above 1.
/// </summary>
/// <param name="Left">Left edge, ratio of the frame's width.</param>
/// <param name="Top">Top edge, ratio of the frame's height.</param>
/// <param name="Width">Ratio of the frame's width.</param>
/// <param name="Height">Ratio of the frame's height.</param>
public sealed record BoundingBox(float Left, float Top, float Width, float Height)
{
    /// <summary>The whole frame.</summary>
    internal static readonly BoundingBox Frame = new(0, 0, 1, 1);

    /// <summary>How much of the frame lies in both boxes, as a ratio of its area.</summary>
    public float SharedArea(BoundingBox other) =>
        Math.Max(0, Math.Min(Left + Width, other.Left + other.Width) - Math.Max(Left, other.Left))
        * Math.Max(0, Math.Min(Top + Height, other.Top + other.Height) - Math.Max(Top, other.Top));

    /// <summary>Intersection over union, 0 to 1.</summary>
    public float Overlap(BoundingBox other)
    {
        var shared = SharedArea(other);
        return shared > 0 ? shared / ((Width * Height) + (other.Width * other.Height) - shared) : 0;
    }
}
