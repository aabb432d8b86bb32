using OpenCvSharp;
using OpenCvSharp.Dnn;

namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// MediaPipe's face mesh: where the 468 points of one face are, in three dimensions, and whether there is a face at
/// all. Not safe for use by several threads at once.
/// </summary>
internal sealed class FaceMesh : IDisposable
{
    /// <summary>How many points a face has.</summary>
    public const int PointCount = 468;

    private const int InputSize = 192;
    private const string PresenceLayer = "conv2d_31";
    private const string PointsLayer = "conv2d_21";

    // Log odds. The first look at a face was never below -1.
    private const double Hopeless = -2;

    private readonly Net _net;
    private readonly Mat _presence = new();
    private readonly Mat _points = new();
    private readonly Mat _crop = new();

    /// <param name="modelPath">Path of <c>face_landmark.tflite</c>.</param>
    public FaceMesh(string modelPath) =>
        _net = ModelReader.Read(modelPath);

    /// <summary>Measures the face at a place that the detector found.</summary>
    /// <param name="frame">The whole frame, BGR.</param>
    /// <param name="region">Where to look; coarse will do.</param>
    public MeshedFace Measure(Mat frame, in FaceRegion region)
    {
        var first = Run(frame, region);
        // The detector's square is coarse, most of all around a small face; the face's own outline centres the second look,
        // whose judgement is the better one by far. What looks like nothing at all need not be looked at again.
        return first.Presence < Hopeless ? first : Run(frame, FaceRegion.Around(first));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _crop.Dispose();
        _points.Dispose();
        _presence.Dispose();
        _net.Dispose();
    }

    private MeshedFace Run(Mat frame, FaceRegion region)
    {
        using (var transform = region.ToSquare(InputSize))
        {
            Cv2.WarpAffine(
                frame, _crop, transform, new Size(InputSize, InputSize), InterpolationFlags.Linear, BorderTypes.Constant);
        }

        using var blob = CvDnn.BlobFromImage(
            _crop, 1 / 255.0, new Size(InputSize, InputSize), Scalar.All(0), swapRB: true, crop: false);
        _net.SetInput(blob);
        _net.Forward([_presence, _points], [PresenceLayer, PointsLayer]);
        var numbers = _points.AsSpan<float>();
        var points = new Point3d[PointCount];
        for (var i = 0; i < PointCount; i++)
        {
            points[i] = region.FromSquare(numbers[3 * i], numbers[(3 * i) + 1], numbers[(3 * i) + 2], InputSize);
        }

        return new MeshedFace(points, _presence.AsSpan<float>()[0]);
    }
}
