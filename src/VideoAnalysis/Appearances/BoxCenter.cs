using VideoAnalysis.Videos;

namespace VideoAnalysis.Appearances;

/// <summary>The centre of a box, as ratios of the frame's width and height.</summary>
internal static class BoxCenter
{
    public static double CenterX(this BoundingBox box) => box.Left + (box.Width / 2.0);

    public static double CenterY(this BoundingBox box) => box.Top + (box.Height / 2.0);
}
