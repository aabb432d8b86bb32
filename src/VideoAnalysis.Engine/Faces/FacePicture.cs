using OpenCvSharp;
using VideoAnalysis.Analyses.Faces;

namespace VideoAnalysis.Engine.Faces;

/// <summary>How good a face's picture is, measured from its pixels. Not safe for use by several threads at once.</summary>
internal sealed class FacePicture : IDisposable
{
    // Every face is measured at one size, so that a small one, which shows less detail, counts as less sharp.
    private const int Side = 112;

    // The Laplacian's variance at which sharpness is 63: a plainly sharp portrait has several times as much.
    private const double TypicalVariance = 150;

    private readonly Mat _face = new();
    private readonly Mat _gray = new();
    private readonly Mat _edges = new();

    /// <summary>Measures the part of a face that lies in the frame.</summary>
    /// <param name="frame">BGR.</param>
    /// <param name="box">The face, in pixels of the frame.</param>
    public ImageQuality Measure(Mat frame, in Rect2d box)
    {
        var whole = new Rect(
            (int)Math.Floor(box.X), (int)Math.Floor(box.Y), (int)Math.Ceiling(box.Width), (int)Math.Ceiling(box.Height));
        var there = whole & new Rect(0, 0, frame.Width, frame.Height);
        if (there.Width < 2 || there.Height < 2)
        {
            return new ImageQuality(0, 0);
        }

        using var part = new Mat(frame, there);
        var shrinks = there.Width > Side;
        Cv2.Resize(
            part, _face, new Size(Side, Side), 0, 0, shrinks ? InterpolationFlags.Area : InterpolationFlags.Linear);
        Cv2.CvtColor(_face, _gray, ColorConversionCodes.BGR2GRAY);
        Cv2.Laplacian(_gray, _edges, MatType.CV_32F);
        Cv2.MeanStdDev(_edges, out _, out var deviation);
        var variance = deviation.Val0 * deviation.Val0;
        return new ImageQuality(
            (float)(Cv2.Mean(_gray).Val0 * 100 / 255), (float)(100 * (1 - Math.Exp(-variance / TypicalVariance))));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _edges.Dispose();
        _gray.Dispose();
        _face.Dispose();
    }
}
