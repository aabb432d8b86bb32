using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Pictures;

/// <summary>An upright rectangle in pixels; it may reach beyond the picture.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its top edge.</param>
/// <param name="Width">At least 0.</param>
/// <param name="Height">At least 0.</param>
internal readonly record struct Rectangle(double X, double Y, double Width, double Height)
{
    /// <summary>The right edge.</summary>
    public double Right => X + Width;

    /// <summary>The bottom edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>In square pixels.</summary>
    public double Area => Width * Height;

    /// <summary>The same as ratios of a picture's width and height.</summary>
    /// <param name="width">Of the picture, in pixels.</param>
    /// <param name="height">Of the picture, in pixels.</param>
    public BoundingBox ToBoundingBox(int width, int height) => new(
        (float)(X / width), (float)(Y / height), (float)(Width / width), (float)(Height / height));

    /// <summary>The area that both cover, in square pixels.</summary>
    public static double Shared(in Rectangle a, in Rectangle b) =>
        Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X))
        * Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y));

    /// <summary>Intersection over union, 0 to 1.</summary>
    public static double Overlap(in Rectangle a, in Rectangle b)
    {
        var shared = Shared(a, b);
        return shared <= 0 ? 0 : shared / (a.Area + b.Area - shared);
    }
}
