using VideoAnalysis.Engine.Decoding;

namespace VideoAnalysis.Engine.Segments;

/// <summary>
/// Black frames by Rekognition's definition (API reference, <c>BlackFrame</c>): enough of the pixels are at most as
/// bright as the least luminance and a share of the range of luminance.
/// </summary>
internal sealed class BlackFrames
{
    // Pictures have the limited range here, also where the video has the full one: the decoder converts it.
    private const int LeastLuminance = 16;
    private const int LuminanceRange = 219;

    private readonly byte _brightest;
    private readonly double _coverage;

    /// <param name="maxPixelThreshold">The share of the range of luminance, 0 to 1.</param>
    /// <param name="minCoveragePercentage">How many of the pixels, 0 to 100.</param>
    public BlackFrames(float maxPixelThreshold, float minCoveragePercentage)
    {
        // A float is not quite the decimal number that was meant.
        _brightest = (byte)(LeastLuminance + (maxPixelThreshold * LuminanceRange) + 0.001);
        _coverage = Math.Round(minCoveragePercentage / 100.0, 6);
    }

    /// <summary>How sure it is that a frame is black: 50 where just enough pixels are, 100 where all are.</summary>
    /// <returns>Null if it is not black.</returns>
    public float? ConfidenceOf(SmallPicture picture)
    {
        var coverage = picture.PixelsUpTo(_brightest) / (double)picture.Luma.Length;
        return coverage < _coverage ? null
            : _coverage < 1 ? (float)(50 + (50 * (coverage - _coverage) / (1 - _coverage)))
            : 100;
    }
}
