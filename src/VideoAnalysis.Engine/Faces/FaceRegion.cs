using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>A square of the frame, turned with the head, that holds one face.</summary>
/// <param name="Centre">In pixels of the frame.</param>
/// <param name="Side">In pixels of the frame.</param>
/// <param name="Angle">How far the head is tilted, in radians, clockwise as seen.</param>
internal readonly record struct FaceRegion(Point2 Centre, double Side, double Angle)
{
    // The mesh model was trained on squares half as large again as the face. With some more around it, it tells faces
    // from other things best: 33 small faces and 734 things that the detector takes for one came apart with room
    // between them.
    private const double Margin = 1.15 * 1.5;

    // In pixels. A model's numbers may be anything where there is no face.
    private const double Smallest = 4;

    /// <summary>The square around what the detector found, upright as its eyes are.</summary>
    public static FaceRegion Around(in FaceCandidate candidate)
    {
        var (box, left, right) = (candidate.Box, candidate.EyeLeft, candidate.EyeRight);
        return new FaceRegion(
            new Point2(box.X + (box.Width / 2), box.Y + (box.Height / 2)),
            Math.Max(Smallest, Margin * Math.Max(box.Width, box.Height)),
            Math.Atan2(right.Y - left.Y, right.X - left.X));
    }

    /// <summary>The square around a face's points, upright in the face's own sense.</summary>
    public static FaceRegion Around(MeshedFace face)
    {
        var left = face.Points[MeshPoint.LeftEyeOuter];
        var right = face.Points[MeshPoint.RightEyeOuter];
        var angle = Math.Atan2(right.Y - left.Y, right.X - left.X);
        var (sin, cos) = Math.SinCos(angle);
        double minU = double.MaxValue, maxU = double.MinValue, minV = double.MaxValue, maxV = double.MinValue;
        foreach (var p in face.Points)
        {
            var u = (p.X * cos) + (p.Y * sin);
            var v = (p.Y * cos) - (p.X * sin);
            (minU, maxU) = (Math.Min(minU, u), Math.Max(maxU, u));
            (minV, maxV) = (Math.Min(minV, v), Math.Max(maxV, v));
        }

        var (centreU, centreV) = ((minU + maxU) / 2, (minV + maxV) / 2);
        return new FaceRegion(
            new Point2((centreU * cos) - (centreV * sin), (centreU * sin) + (centreV * cos)),
            Math.Max(Smallest, Margin * Math.Max(maxU - minU, maxV - minV)),
            angle);
    }

    /// <summary>Where in the frame the pixels of an upright square lie that shows this region.</summary>
    /// <param name="side">Of the upright square, in pixels.</param>
    public Affine Places(int side)
    {
        var scale = Side / side;
        var (sin, cos) = Math.SinCos(Angle);
        var (a, b, half) = (scale * cos, scale * sin, side / 2.0);
        return new(a, -b, Centre.X - (a * half) + (b * half), b, a, Centre.Y - (b * half) - (a * half));
    }

    /// <summary>Where a point of the upright square lies in the frame. Depth is scaled alike.</summary>
    public Point3 FromSquare(double x, double y, double z, int side)
    {
        var scale = Side / side;
        var (sin, cos) = Math.SinCos(Angle);
        var (u, v) = ((x - (side / 2.0)) * scale, (y - (side / 2.0)) * scale);
        return new Point3(Centre.X + (u * cos) - (v * sin), Centre.Y + (u * sin) + (v * cos), z * scale);
    }
}
