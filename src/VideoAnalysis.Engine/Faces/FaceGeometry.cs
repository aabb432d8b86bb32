using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>What the points of a face tell of how the head is held, and of whether eyes and mouth are open.</summary>
internal static class FaceGeometry
{
    // An open eye is about 0.3 as high as wide, a closed one about 0.1 in this mesh.
    private const double EyeOpenFrom = 0.2;
    private const double EyeCertainAt = 0.1;

    // Closed lips leave about 0.02 of the mouth's width between them.
    private const double MouthOpenFrom = 0.12;
    private const double MouthCertainAt = 0.1;

    /// <summary>
    /// Degrees, in Rekognition's sense: roll is positive when the head is tilted clockwise as seen, yaw when the nose
    /// points to the right of the picture, pitch when it points up.
    /// </summary>
    public static Pose Pose(MeshedFace face)
    {
        var points = face.Points;
        var (eyeLeft, eyeRight) = (FaceLandmarks.EyeLeft(face), FaceLandmarks.EyeRight(face));
        var roll = Math.Atan2(eyeRight.Y - eyeLeft.Y, eyeRight.X - eyeLeft.X);
        var (sin, cos) = Math.SinCos(roll);
        var across = points[MeshPoint.RightJaw] - points[MeshPoint.LeftJaw];
        var down = points[MeshPoint.Chin] - points[MeshPoint.Forehead];
        // The cheek that comes nearer is the one that the nose turns away from; likewise the chin, and the forehead.
        var yaw = Math.Atan2(across.Z, (across.X * cos) + (across.Y * sin));
        var pitch = Math.Atan2(-down.Z, (down.Y * cos) - (down.X * sin));
        return new Pose(Degrees(roll), Degrees(yaw), Degrees(pitch));
    }

    /// <summary>Whether the eyes are open, by how high they are for their width.</summary>
    public static FaceTrait<bool> EyesOpen(MeshedFace face)
    {
        var left = Ratio(
            face, MeshPoint.LeftEyeTop, MeshPoint.LeftEyeBottom, MeshPoint.LeftEyeOuter, MeshPoint.LeftEyeInner);
        var right = Ratio(
            face, MeshPoint.RightEyeTop, MeshPoint.RightEyeBottom, MeshPoint.RightEyeInner, MeshPoint.RightEyeOuter);
        return Judge((left + right) / 2, EyeOpenFrom, EyeCertainAt);
    }

    /// <summary>Whether the mouth is open, by the gap between the lips for its width.</summary>
    public static FaceTrait<bool> MouthOpen(MeshedFace face) => Judge(
        Ratio(
            face,
            MeshPoint.InnerMouthTop,
            MeshPoint.InnerMouthBottom,
            MeshPoint.InnerMouthLeft,
            MeshPoint.InnerMouthRight),
        MouthOpenFrom,
        MouthCertainAt);

    // On the border the answer is as good as a coin's, 50; from a distance on it is as sure as it gets.
    private static FaceTrait<bool> Judge(double ratio, double border, double certain) =>
        new(ratio >= border, (float)(50 + (50 * Math.Min(1, Math.Abs(ratio - border) / certain))));

    private static double Ratio(MeshedFace face, int top, int bottom, int left, int right) =>
        Distance(face, top, bottom) / Math.Max(Distance(face, left, right), 1e-9);

    private static double Distance(MeshedFace face, int a, int b)
    {
        Point3 d = face.Points[a] - face.Points[b];
        return Math.Sqrt((d.X * d.X) + (d.Y * d.Y) + (d.Z * d.Z));
    }

    private static float Degrees(double radians) => (float)(radians * 180 / Math.PI);
}
