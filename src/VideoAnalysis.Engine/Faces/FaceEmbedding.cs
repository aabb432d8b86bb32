using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// dlib's face recognition network: 128 numbers of a face, less than about 0.6 away from those of another picture of
/// the same person. Not safe for use by several threads at once; the network may be shared.
/// </summary>
/// <param name="network">The model.</param>
internal sealed class FaceEmbedding(Network network) : IDisposable
{
    /// <summary>The model's file.</summary>
    public const string Model = "face_embedding.onnx";

    /// <summary>How many numbers describe a face.</summary>
    public const int Length = 128;

    private const int InputSize = 150;

    // dlib cuts faces out with a quarter of their size around them.
    private const double Padding = 0.25;

    // The model subtracts its means itself.
    private static readonly ColourScale Colours = new((0, 1), (0, 1), (0, 1));

    // Where dlib puts the corners of the eyes and the base of the nose (its five-point shape predictor's mean face).
    private static readonly (int MeshPoint, Point2 Place)[] Anchors =
    [
        (MeshPoint.RightEyeOuter, InSquare(0.8595674595992, 0.2134981538014)),
        (MeshPoint.RightEyeInner, InSquare(0.6460604764104, 0.2289674387677)),
        (MeshPoint.LeftEyeOuter, InSquare(0.1205750620789, 0.2137274526848)),
        (MeshPoint.LeftEyeInner, InSquare(0.3340850613712, 0.2290642403242)),
        (MeshPoint.NoseBase, InSquare(0.4901123135679, 0.6277975316475)),
    ];

    private readonly NetworkInput _input = new(1, 3, InputSize, InputSize);
    private readonly RgbPicture _crop = new();

    /// <summary>The model's outputs that are used.</summary>
    public static IReadOnlyList<string> Outputs { get; } = ["embedding"];

    /// <summary>Describes a face.</summary>
    /// <param name="frame">The whole frame.</param>
    /// <param name="face">Where the face is.</param>
    public float[] Of(in YuvPicture frame, MeshedFace face)
    {
        _crop.SetSize(InputSize, InputSize);
        PictureWarp.Fill(frame, Alignment(face), _crop, Beyond.Edge);
        _crop.CopyTo(_input.Numbers, 0, 0, InputSize, InputSize, Colours);
        using var outputs = network.Run(_input);
        return outputs[0][..Length].ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _input.Dispose();

    private static Affine Alignment(MeshedFace face)
    {
        Span<Point2> places = stackalloc Point2[Anchors.Length];
        Span<Point2> points = stackalloc Point2[Anchors.Length];
        for (var i = 0; i < Anchors.Length; i++)
        {
            var point = face.Points[Anchors[i].MeshPoint];
            (places[i], points[i]) = (Anchors[i].Place, new(point.X, point.Y));
        }

        return Affine.Similar(places, points);
    }

    private static Point2 InSquare(double x, double y) => new(
        (Padding + x) / ((2 * Padding) + 1) * InputSize, (Padding + y) / ((2 * Padding) + 1) * InputSize);
}
