using OpenCvSharp;
using OpenCvSharp.Dnn;

namespace VideoAnalysis.Local.Detection.Faces;

/// <summary>
/// BlazeFace, full range: looks for faces in a square picture of 192x192 pixels. Finds faces from about 16 pixels on.
/// Not safe for use by several threads at once.
/// </summary>
/// <remarks>
/// The model answers for 48x48 anchors, one in the middle of each 4x4 pixels: a score (logit) and 16 numbers in
/// pixels, relative to the anchor: the box's centre and size, then six points, the first two of which are the eyes.
/// </remarks>
internal sealed class FaceFinder : IDisposable
{
    /// <summary>The side of the model's input, in pixels.</summary>
    public const int InputSize = 192;

    private const int Grid = 48;
    private const int Stride = InputSize / Grid;
    private const int NumbersPerAnchor = 16;

    // By size: the scores have one number an anchor.
    private const string ScoresLayer = "reshaped_classifier_face_4";
    private const string BoxesLayer = "reshaped_regressor_face_4";

    private readonly Net _net;
    private readonly Mat _scores = new();
    private readonly Mat _boxes = new();

    /// <param name="modelPath">Path of <c>face_detection_full_range.tflite</c>.</param>
    public FaceFinder(string modelPath) =>
        _net = CvDnn.ReadNet(modelPath) ?? throw new InvalidDataException($"{modelPath} is not a model.");

    /// <summary>Finds what scores at least <paramref name="minimumScore"/>; in pixels of the input.</summary>
    /// <param name="input">192x192 pixels, BGR.</param>
    /// <param name="minimumScore">0 to 1.</param>
    public IEnumerable<FaceCandidate> Find(Mat input, double minimumScore)
    {
        using var blob = CvDnn.BlobFromImage(
            input, 1 / 127.5, new Size(InputSize, InputSize), Scalar.All(127.5), swapRB: true, crop: false);
        _net.SetInput(blob);
        _net.Forward([_scores, _boxes], [ScoresLayer, BoxesLayer]);
        return Decode(minimumScore);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _scores.Dispose();
        _boxes.Dispose();
        _net.Dispose();
    }

    private List<FaceCandidate> Decode(double minimumScore)
    {
        var logits = _scores.AsSpan<float>();
        var numbers = _boxes.AsSpan<float>();
        var minimumLogit = Math.Log(minimumScore / (1 - minimumScore));
        List<FaceCandidate> found = [];
        for (var anchor = 0; anchor < Grid * Grid; anchor++)
        {
            if (logits[anchor] < minimumLogit)
            {
                continue;
            }

            var x = ((anchor % Grid) + 0.5) * Stride;
            var y = ((anchor / Grid) + 0.5) * Stride;
            var n = numbers.Slice(anchor * NumbersPerAnchor, NumbersPerAnchor);
            found.Add(new FaceCandidate(
                new Rect2d(x + n[0] - (n[2] / 2), y + n[1] - (n[3] / 2), n[2], n[3]),
                1 / (1 + Math.Exp(-logits[anchor])),
                new Point2d(x + n[4], y + n[5]),
                new Point2d(x + n[6], y + n[7])));
        }

        return found;
    }
}
