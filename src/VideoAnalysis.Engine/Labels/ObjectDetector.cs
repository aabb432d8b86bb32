using System.Numerics.Tensors;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Labels;

/// <summary>
/// Finds objects of COCO's 80 classes in pictures, with NanoDet. Not safe for use by several threads at once; the
/// network may be shared.
/// </summary>
internal sealed class ObjectDetector : IDisposable
{
    /// <summary>The model's file.</summary>
    public const string Model = "object_detection.onnx";

    /// <summary>The network looks at squares of this side, in pixels; what a picture does not fill is black.</summary>
    private const int Side = 416;

    private const int Classes = 80;

    /// <summary>How many numbers say where one side of a box is.</summary>
    private const int Bins = 11;

    /// <summary>Boxes of one class that overlap more than this are one object.</summary>
    private const double MaxOverlap = 0.6;

    private static readonly int[] Strides = [8, 16, 32];

    // The mean and the deviation of the pictures that the network was trained on.
    private static readonly ColourScale Scale = new(
        Red: (123.675f, 58.395f), Green: (116.28f, 57.12f), Blue: (103.53f, 57.375f), BlueFirst: true);

    private readonly Network _network;
    private readonly NetworkInput _input = new(1, 3, Side, Side);
    private readonly Resizer _resizer = new();
    private readonly RgbPicture _small = new();

    /// <param name="network">As <see cref="Load"/> makes it.</param>
    public ObjectDetector(Network network) => _network = network;

    /// <summary>Loads the network, for any number of detectors.</summary>
    /// <exception cref="ModelException">The model is missing or unfit.</exception>
    public static Network Load(ModelFiles models) => new(
        models.PathOf(Model), "scores_8", "scores_16", "scores_32", "boxes_8", "boxes_16", "boxes_32");

    /// <summary>Finds the objects of a picture.</summary>
    /// <param name="picture">The picture, of any size.</param>
    /// <param name="minScore">What the network is less sure of is left out, 0 to 1.</param>
    /// <returns>The surest first.</returns>
    public IReadOnlyList<DetectedObject> Detect(RgbPicture picture, float minScore)
    {
        var (width, height) = Fit(picture.Width, picture.Height);
        _resizer.Resize(picture, _small, width, height);
        return DetectSmall(picture.Width / (double)width, picture.Height / (double)height, minScore);
    }

    /// <summary>Finds the objects of a picture.</summary>
    /// <param name="picture">The picture, of any size.</param>
    /// <param name="minScore">What the network is less sure of is left out, 0 to 1.</param>
    /// <returns>The surest first.</returns>
    public IReadOnlyList<DetectedObject> Detect(in YuvPicture picture, float minScore)
    {
        var (width, height) = Fit(picture.Width, picture.Height);
        _resizer.Resize(picture, _small, width, height);
        return DetectSmall(picture.Width / (double)width, picture.Height / (double)height, minScore);
    }

    /// <inheritdoc/>
    public void Dispose() => _input.Dispose();

    private static (int Width, int Height) Fit(int width, int height)
    {
        var ratio = Side / (double)Math.Max(width, height);
        return (Math.Clamp((int)Math.Round(width * ratio), 1, Side), Math.Clamp(
            (int)Math.Round(height * ratio), 1, Side));
    }

    private List<DetectedObject> DetectSmall(double scaleX, double scaleY, float minScore)
    {
        _small.CopyTo(_input.Numbers, 0, 0, Side, Side, Scale);
        var found = new List<DetectedObject>();
        using (var outputs = _network.Run(_input))
        {
            for (var level = 0; level < Strides.Length; level++)
            {
                Read(outputs[level], outputs[level + Strides.Length], Strides[level], scaleX, scaleY, minScore, found);
            }
        }

        return Suppression.Of(found, seen => seen.Score, (a, b) =>
            a.Class == b.Class && Rectangle.Overlap(a.Box, b.Box) > MaxOverlap);
    }

    private static void Read(
        ReadOnlySpan<float> scores,
        ReadOnlySpan<float> boxes,
        int stride,
        double scaleX,
        double scaleY,
        float minScore,
        List<DetectedObject> found)
    {
        var cells = Side / stride;
        for (var cell = 0; cell < cells * cells; cell++)
        {
            var ofCell = scores.Slice(cell * Classes, Classes);
            var best = TensorPrimitives.IndexOfMax(ofCell);
            if (ofCell[best] < minScore)
            {
                continue;
            }

            var sides = boxes.Slice(cell * 4 * Bins, 4 * Bins);
            var (x, y) = (((cell % cells) + 0.5) * stride, ((cell / cells) + 0.5) * stride);
            var (left, top) = (x - (Distance(sides, 0) * stride), y - (Distance(sides, 1) * stride));
            var (right, bottom) = (x + (Distance(sides, 2) * stride), y + (Distance(sides, 3) * stride));
            found.Add(new(best, ofCell[best], new(
                left * scaleX, top * scaleY, (right - left) * scaleX, (bottom - top) * scaleY)));
        }
    }

    // In strides: the mean of 0 to 10, weighed by the softmax of the numbers.
    private static double Distance(ReadOnlySpan<float> sides, int side)
    {
        var bins = sides.Slice(side * Bins, Bins);
        var highest = TensorPrimitives.Max(bins);
        double weights = 0, sum = 0;
        for (var i = 0; i < Bins; i++)
        {
            var weight = Math.Exp(bins[i] - highest);
            weights += weight;
            sum += i * weight;
        }

        return sum / weights;
    }
}
