using OpenCvSharp;
using OpenCvSharp.Dnn;

namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// MediaPipe's detector: looks for faces in a small square picture. Finds upright faces from a tenth of its side on. Not
/// safe for use by several threads at once.
/// </summary>
/// <remarks>
/// The model answers for a fixed set of anchors: a score (logit) and 16 numbers in pixels, relative to the anchor: the
/// box's centre and size, then six points, the first two of which are the eyes.
/// </remarks>
internal sealed class BlazeFace : IDisposable
{
    private const int NumbersPerAnchor = 16;

    private readonly BlazeFaceKind _kind;
    private readonly Net _net;
    private readonly Mat _scores = new();
    private readonly Mat _boxes = new();

    /// <param name="kind">Which of the two models it is.</param>
    /// <param name="modelPath">Path of the model.</param>
    public BlazeFace(BlazeFaceKind kind, string modelPath)
    {
        _kind = kind;
        _net = ModelReader.Read(modelPath);
    }

    /// <summary>Finds what scores at least <paramref name="minimumScore"/>; in pixels of the input.</summary>
    /// <param name="input">A square of the model's input size, BGR.</param>
    /// <param name="minimumScore">0 to 1.</param>
    public IReadOnlyList<FaceCandidate> Find(Mat input, double minimumScore)
    {
        using var blob = CvDnn.BlobFromImage(
            input, 1 / 127.5, new Size(_kind.InputSize, _kind.InputSize), Scalar.All(127.5), swapRB: true, crop: false);
        _net.SetInput(blob);
        _net.Forward([_scores, _boxes], [_kind.ScoresLayer, _kind.BoxesLayer]);
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
        for (var i = 0; i < _kind.Anchors.Length; i++)
        {
            if (logits[i] < minimumLogit)
            {
                continue;
            }

            var (x, y) = _kind.Anchors[i];
            var n = numbers.Slice(i * NumbersPerAnchor, NumbersPerAnchor);
            found.Add(new FaceCandidate(
                new Rect2d(x + n[0] - (n[2] / 2), y + n[1] - (n[3] / 2), n[2], n[3]),
                1 / (1 + Math.Exp(-logits[i])),
                new Point2d(x + n[4], y + n[5]),
                new Point2d(x + n[6], y + n[7])));
        }

        return found;
    }
}
