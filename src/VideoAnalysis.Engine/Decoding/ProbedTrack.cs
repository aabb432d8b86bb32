using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>What ffprobe says of a file's H.264 track.</summary>
/// <param name="Index">The track's index in the file.</param>
/// <param name="Width">Coded pixels.</param>
/// <param name="Height">Coded pixels.</param>
/// <param name="PixelAspect">A pixel's width over its height; 1 where the file says nothing usable.</param>
/// <param name="Orientation">How to turn the pictures upright.</param>
/// <param name="FrameRate">Frames a second on average; 0 where it is unknown.</param>
/// <param name="Start">When the first frame is shown, in seconds on the file's own timeline.</param>
/// <param name="FileStart">When the first of all tracks begins, in seconds on the file's own timeline.</param>
/// <param name="Duration">For how long there are frames, in seconds; null where it is unknown.</param>
/// <param name="Frames">How many frames the index lists; null where it does not say.</param>
/// <param name="FullRange">Whether black is 0 and not 16; null where the file does not say.</param>
/// <param name="Matrix">Which weights the colours were made with.</param>
internal sealed record ProbedTrack(
    int Index,
    int Width,
    int Height,
    double PixelAspect,
    Orientation Orientation,
    double FrameRate,
    double Start,
    double FileStart,
    double? Duration,
    long? Frames,
    bool? FullRange,
    ColorMatrix Matrix)
{
    /// <summary>The file's audio tracks.</summary>
    public IReadOnlyList<AudioTrack> Audio { get; init; } = [];

    /// <summary>The size of the pictures as players show them: upright, and with square pixels.</summary>
    public (int Width, int Height) Shown
    {
        get
        {
            // Pixels are made more, never fewer, so that nothing is lost.
            var width = PixelAspect > 1 ? (int)Math.Round(Width * PixelAspect) : Width;
            var height = PixelAspect < 1 ? (int)Math.Round(Height / PixelAspect) : Height;
            return Orientation.SwapsSides ? (height, width) : (width, height);
        }
    }

    /// <summary>The size of the pictures that are sampled.</summary>
    public (int Width, int Height) Sampled =>
        Fit(Math.Sqrt(TrackLimits.MostSampledPixels / (double)((long)Shown.Width * Shown.Height)));

    /// <summary>The size of the small pictures.</summary>
    public (int Width, int Height) Small => Fit(TrackLimits.SmallSide / (double)Math.Max(Shown.Width, Shown.Height));

    private (int Width, int Height) Fit(double scale)
    {
        var (width, height) = Shown;
        return scale >= 1
            ? (width, height)
            : (Math.Max(2, (int)Math.Round(width * scale)), Math.Max(2, (int)Math.Round(height * scale)));
    }
}
