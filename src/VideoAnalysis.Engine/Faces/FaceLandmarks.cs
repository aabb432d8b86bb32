using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// Rekognition's named points of a face, in the order in which it lists them; in pixels of the frame. Left and right
/// are the picture's, as in Rekognition: <c>eyeLeft</c> has the smaller x of an upright face.
/// </summary>
internal static class FaceLandmarks
{
    private static readonly (string Name, int Index)[] Further =
    [
        ("leftEyeBrowLeft", MeshPoint.LeftBrowOuter),
        ("leftEyeBrowRight", MeshPoint.LeftBrowInner),
        ("leftEyeBrowUp", MeshPoint.LeftBrowTop),
        ("rightEyeBrowLeft", MeshPoint.RightBrowInner),
        ("rightEyeBrowRight", MeshPoint.RightBrowOuter),
        ("rightEyeBrowUp", MeshPoint.RightBrowTop),
        ("leftEyeLeft", MeshPoint.LeftEyeOuter),
        ("leftEyeRight", MeshPoint.LeftEyeInner),
        ("leftEyeUp", MeshPoint.LeftEyeTop),
        ("leftEyeDown", MeshPoint.LeftEyeBottom),
        ("rightEyeLeft", MeshPoint.RightEyeInner),
        ("rightEyeRight", MeshPoint.RightEyeOuter),
        ("rightEyeUp", MeshPoint.RightEyeTop),
        ("rightEyeDown", MeshPoint.RightEyeBottom),
        ("noseLeft", MeshPoint.LeftNostril),
        ("noseRight", MeshPoint.RightNostril),
        ("mouthUp", MeshPoint.MouthTop),
        ("mouthDown", MeshPoint.MouthBottom),
    ];

    private static readonly (string Name, int Index)[] Jaw =
    [
        ("upperJawlineLeft", MeshPoint.LeftJaw),
        ("midJawlineLeft", MeshPoint.LeftMidJaw),
        ("chinBottom", MeshPoint.Chin),
        ("midJawlineRight", MeshPoint.RightMidJaw),
        ("upperJawlineRight", MeshPoint.RightJaw),
    ];

    /// <summary>The middle of the eye on the left of the picture.</summary>
    public static Point2 EyeLeft(MeshedFace face) => Middle(
        face, MeshPoint.LeftEyeOuter, MeshPoint.LeftEyeInner, MeshPoint.LeftEyeTop, MeshPoint.LeftEyeBottom);

    /// <summary>The middle of the eye on the right of the picture.</summary>
    public static Point2 EyeRight(MeshedFace face) => Middle(
        face, MeshPoint.RightEyeOuter, MeshPoint.RightEyeInner, MeshPoint.RightEyeTop, MeshPoint.RightEyeBottom);

    /// <summary>The five points of <c>FaceAttributes: DEFAULT</c>.</summary>
    public static IEnumerable<(string Name, Point2 Place)> Default(MeshedFace face) =>
    [
        ("eyeLeft", EyeLeft(face)),
        ("eyeRight", EyeRight(face)),
        ("mouthLeft", At(face, MeshPoint.MouthLeft)),
        ("mouthRight", At(face, MeshPoint.MouthRight)),
        ("nose", At(face, MeshPoint.NoseTip)),
    ];

    /// <summary>The thirty points of <c>FaceAttributes: ALL</c>.</summary>
    /// <remarks>
    /// The mesh does not follow the iris: a pupil is where its eye is, as in Rekognition's own answers.
    /// </remarks>
    public static IEnumerable<(string Name, Point2 Place)> All(MeshedFace face) =>
    [
        .. Default(face),
        .. Further.Select(p => (p.Name, At(face, p.Index))),
        ("leftPupil", EyeLeft(face)),
        ("rightPupil", EyeRight(face)),
        .. Jaw.Select(p => (p.Name, At(face, p.Index))),
    ];

    private static Point2 At(MeshedFace face, int index) => new(face.Points[index].X, face.Points[index].Y);

    private static Point2 Middle(MeshedFace face, params ReadOnlySpan<int> indices)
    {
        var (x, y) = (0.0, 0.0);
        foreach (var index in indices)
        {
            x += face.Points[index].X;
            y += face.Points[index].Y;
        }

        return new Point2(x / indices.Length, y / indices.Length);
    }
}
