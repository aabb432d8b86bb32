namespace VideoAnalysis.Engine.Pictures;

/// <summary>A place in a picture, in pixels, with its depth.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
/// <param name="Z">In the same unit, smaller towards the camera.</param>
internal readonly record struct Point3(double X, double Y, double Z)
{
    /// <summary>The way from one place to another.</summary>
    public static Point3 operator -(in Point3 to, in Point3 from) => new(to.X - from.X, to.Y - from.Y, to.Z - from.Z);
}
