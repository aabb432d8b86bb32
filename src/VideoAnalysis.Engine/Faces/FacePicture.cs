using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// How good a face's picture is, measured from its pixels. Not safe for use by several threads at once.
/// </summary>
internal sealed class FacePicture
{
    // Every face is measured at one size, so that a small one, which shows less detail, counts as less sharp.
    private const int Side = 112;

    // The Laplacian's variance at which sharpness is 63: a plainly sharp portrait has several times as much.
    private const double TypicalVariance = 150;

    private readonly Resizer _resizer = new();
    private readonly float[] _gray = new float[Side * Side];

    /// <summary>Measures the part of a face that lies in the frame.</summary>
    /// <param name="frame">The whole frame.</param>
    /// <param name="box">The face, in pixels of the frame.</param>
    public ImageQuality Measure(in YuvPicture frame, in Rectangle box)
    {
        var (left, top) = ((int)Math.Floor(box.X), (int)Math.Floor(box.Y));
        var right = Math.Min(frame.Width, left + (int)Math.Ceiling(box.Width));
        var bottom = Math.Min(frame.Height, top + (int)Math.Ceiling(box.Height));
        (left, top) = (Math.Max(0, left), Math.Max(0, top));
        if (right - left < 2 || bottom - top < 2)
        {
            return new ImageQuality(0, 0);
        }

        var part = frame.Y[((top * frame.Width) + left)..];
        _resizer.Resize(part, frame.Width, right - left, bottom - top, _gray, Side, Side);
        double sum = 0;
        for (var i = 0; i < _gray.Length; i++)
        {
            _gray[i] = Math.Clamp((_gray[i] - frame.Colours.Black) * frame.Colours.Gain, 0, 255);
            sum += _gray[i];
        }

        return new ImageQuality(
            (float)(sum / _gray.Length * 100 / 255), (float)(100 * (1 - Math.Exp(-Detail() / TypicalVariance))));
    }

    // The variance of the Laplacian: how much each pixel differs from its four neighbours. At the edges the picture
    // goes on as its own reflection.
    private double Detail()
    {
        double sum = 0, squares = 0;
        for (var y = 0; y < Side; y++)
        {
            var (above, below) = (y == 0 ? 1 : y - 1, y == Side - 1 ? Side - 2 : y + 1);
            for (var x = 0; x < Side; x++)
            {
                var (before, after) = (x == 0 ? 1 : x - 1, x == Side - 1 ? Side - 2 : x + 1);
                double difference = _gray[(above * Side) + x] + _gray[(below * Side) + x]
                    + _gray[(y * Side) + before] + _gray[(y * Side) + after] - (4 * _gray[(y * Side) + x]);
                sum += difference;
                squares += difference * difference;
            }
        }

        var mean = sum / _gray.Length;
        return (squares / _gray.Length) - (mean * mean);
    }
}
