using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// MediaPipe's face mesh: where the 468 points of one face are, in three dimensions, and whether there is a face at
/// all. Not safe for use by several threads at once; the network may be shared.
/// </summary>
/// <param name="network">The model.</param>
internal sealed class FaceMesh(Network network) : IDisposable
{
    /// <summary>The model's file.</summary>
    public const string Model = "face_landmark.onnx";

    /// <summary>How many points a face has.</summary>
    public const int PointCount = 468;

    private const int InputSize = 192;

    // Log odds. The first look at a face was never below -1.
    private const double Hopeless = -2;

    // Radians; about 9 degrees.
    private const double Tilted = 0.15;

    private readonly NetworkInput _input = new(1, 3, InputSize, InputSize);
    private readonly RgbPicture _crop = new();

    /// <summary>The model's outputs that are used.</summary>
    public static IReadOnlyList<string> Outputs { get; } = ["points", "presence"];

    /// <summary>Measures the face at a place that the detector found.</summary>
    /// <param name="frame">The whole frame.</param>
    /// <param name="region">Where to look; coarse will do.</param>
    /// <param name="insists">Whether a place that looks like nothing at first is looked at again all the same.</param>
    public MeshedFace Measure(in YuvPicture frame, in FaceRegion region, bool insists = false)
    {
        var first = Run(frame, region);
        // The detector's square is coarse, most of all around a small face; the face's own outline centres the second
        // look, whose judgement is the better one by far. What looks like nothing at all need not be looked at again.
        if (first.Presence < Hopeless && !insists)
        {
            return first;
        }

        var centred = FaceRegion.Around(first);
        var second = Run(frame, centred);
        // A head that was far from upright is upright only now, and the model made for upright ones.
        var again = FaceRegion.Around(second);
        return (insists || second.Presence >= Hopeless)
            && Math.Abs(Math.IEEERemainder(again.Angle - centred.Angle, Math.Tau)) > Tilted
            ? Run(frame, again)
            : second;
    }

    /// <inheritdoc/>
    public void Dispose() => _input.Dispose();

    private MeshedFace Run(in YuvPicture frame, in FaceRegion region)
    {
        _crop.SetSize(InputSize, InputSize);
        PictureWarp.Fill(frame, region.Places(InputSize), _crop, Beyond.Black);
        _crop.CopyTo(_input.Numbers, 0, 0, InputSize, InputSize, ColourScale.Unit);
        using var outputs = network.Run(_input);
        var numbers = outputs[0];
        var points = new Point3[PointCount];
        for (var i = 0; i < PointCount; i++)
        {
            points[i] = region.FromSquare(numbers[3 * i], numbers[(3 * i) + 1], numbers[(3 * i) + 2], InputSize);
        }

        return new MeshedFace(points, outputs[1][0]);
    }
}
