using OpenCvSharp;

namespace VideoAnalysis.Engine.Faces;

/// <summary>Looks for faces all over a frame. Not safe for use by several threads at once.</summary>
/// <param name="models">Where the models are.</param>
internal sealed class FaceScanner(FaceModels models) : IDisposable
{
    private readonly BlazeFace _fullRange = new(BlazeFaceKind.FullRange, models.FullRange);
    private readonly BlazeFace _shortRange = new(BlazeFaceKind.ShortRange, models.ShortRange);
    private readonly Mat _level = new();
    private readonly Mat _tile = new();

    /// <summary>
    /// What looks like a face, in pixels of the frame, the surest first. A face that several tiles show is named once.
    /// </summary>
    /// <param name="frame">BGR.</param>
    /// <param name="plan">Made for frames of this size.</param>
    /// <param name="minimumScore">0 to 1.</param>
    public IReadOnlyList<FaceCandidate> Scan(Mat frame, ScanPlan plan, double minimumScore)
    {
        List<FaceCandidate> found = [];
        foreach (var level in plan.Levels)
        {
            var finder = level.Model == BlazeFaceKind.FullRange ? _fullRange : _shortRange;
            // Area averaging: bilinear sampling at a quarter of the size would skip most pixels.
            Cv2.Resize(frame, _level, level.Size, 0, 0, InterpolationFlags.Area);
            foreach (var corner in level.Tiles)
            {
                Cut(corner, level.Model.InputSize);
                found.AddRange(finder.Find(_tile, minimumScore).Select(c => ToFrame(c, corner, level.Scale)));
            }
        }

        return Overlaps.Suppress(found, c => c.Score, c => c.Box);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _fullRange.Dispose();
        _shortRange.Dispose();
        _tile.Dispose();
        _level.Dispose();
    }

    private static FaceCandidate ToFrame(in FaceCandidate c, Point corner, double scale) => new(
        new Rect2d((c.Box.X + corner.X) / scale, (c.Box.Y + corner.Y) / scale, c.Box.Width / scale, c.Box.Height / scale),
        c.Score,
        new Point2d((c.EyeLeft.X + corner.X) / scale, (c.EyeLeft.Y + corner.Y) / scale),
        new Point2d((c.EyeRight.X + corner.X) / scale, (c.EyeRight.Y + corner.Y) / scale));

    private void Cut(Point corner, int side)
    {
        var wanted = new Rect(corner.X, corner.Y, side, side);
        var there = wanted & new Rect(0, 0, _level.Width, _level.Height);
        using var part = new Mat(_level, there);
        Cv2.CopyMakeBorder(
            part,
            _tile,
            there.Top - wanted.Top,
            wanted.Bottom - there.Bottom,
            there.Left - wanted.Left,
            wanted.Right - there.Right,
            BorderTypes.Constant,
            Scalar.All(0));
    }
}
