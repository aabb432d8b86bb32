namespace VideoAnalysis.Engine.Decoding;

/// <summary>One frame of the video, about 320 pixels wide: enough to see where shots begin and end.</summary>
/// <param name="timestamp">When it is shown, in milliseconds.</param>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels.</param>
/// <param name="buffer">The pixels.</param>
/// <param name="frame">Its number.</param>
internal sealed class SmallPicture(long timestamp, int width, int height, SharedBuffer buffer, long frame)
    : DecodedPicture(timestamp, width, height, buffer)
{
    /// <summary>Its number among the frames that could be decoded; the first is 0.</summary>
    public long Frame { get; } = frame;

    /// <summary>How many pixels are no brighter than this.</summary>
    public int PixelsUpTo(byte brightest)
    {
        var count = 0;
        foreach (var value in Luma)
        {
            count += value <= brightest ? 1 : 0;
        }

        return count;
    }
}
