using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// Rekognition's box of a face: from the forehead to the chin and from ear to ear, upright in the frame.
/// </summary>
/// <remarks>
/// The mesh ends below the hairline. In Rekognition's published answers for upright faces the eyes lie 0.36 to 0.43 of
/// the box's height below its top, and the chin 0.94 to 1.0; in terms of the way from the eyes to the chin that puts
/// the top about 0.62 of it above the eyes, and the bottom just below the chin.
/// </remarks>
internal static class FaceBox
{
    private const double AboveEyes = 0.62;
    private const double BelowEyes = 1.03;

    /// <summary>The box in pixels of the frame; it may reach beyond the frame where the face does.</summary>
    public static Rectangle Around(MeshedFace face)
    {
        var points = face.Points;
        var (eyeLeft, eyeRight) = (FaceLandmarks.EyeLeft(face), FaceLandmarks.EyeRight(face));
        var angle = Math.Atan2(eyeRight.Y - eyeLeft.Y, eyeRight.X - eyeLeft.X);
        var (sin, cos) = Math.SinCos(angle);
        // In the face's own upright coordinates.
        double AcrossOf(Point2 p) => (p.X * cos) + (p.Y * sin);
        double DownOf(Point2 p) => (p.Y * cos) - (p.X * sin);

        var (left, right) = (double.MaxValue, double.MinValue);
        foreach (var p in points)
        {
            var across = AcrossOf(new Point2(p.X, p.Y));
            (left, right) = (Math.Min(left, across), Math.Max(right, across));
        }

        var eyes = (DownOf(eyeLeft) + DownOf(eyeRight)) / 2;
        var eyesToChin = DownOf(new Point2(points[MeshPoint.Chin].X, points[MeshPoint.Chin].Y)) - eyes;
        var (top, bottom) = (eyes - (AboveEyes * eyesToChin), eyes + (BelowEyes * eyesToChin));

        // A tilted face is an ellipse: the upright box around the tilted box's corners would hold much that is no face.
        var (centreAcross, centreDown) = ((left + right) / 2, (top + bottom) / 2);
        var (halfAcross, halfDown) = ((right - left) / 2, (bottom - top) / 2);
        var centre = new Point2((centreAcross * cos) - (centreDown * sin), (centreAcross * sin) + (centreDown * cos));
        var halfWidth = Math.Sqrt((halfAcross * halfAcross * cos * cos) + (halfDown * halfDown * sin * sin));
        var halfHeight = Math.Sqrt((halfAcross * halfAcross * sin * sin) + (halfDown * halfDown * cos * cos));
        return WithLandmarks(
            new Rectangle(centre.X - halfWidth, centre.Y - halfHeight, 2 * halfWidth, 2 * halfHeight), face);
    }

    // Where a turned or tilted face bulges out of the ellipse, the box grows to hold every point that is reported.
    private static Rectangle WithLandmarks(Rectangle box, MeshedFace face)
    {
        var (left, top, right, bottom) = (box.X, box.Y, box.Right, box.Bottom);
        foreach (var (_, p) in FaceLandmarks.All(face))
        {
            (left, right) = (Math.Min(left, p.X), Math.Max(right, p.X));
            (top, bottom) = (Math.Min(top, p.Y), Math.Max(bottom, p.Y));
        }

        return new Rectangle(left, top, right - left, bottom - top);
    }
}
