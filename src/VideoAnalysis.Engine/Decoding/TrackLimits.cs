namespace VideoAnalysis.Engine.Decoding;

/// <summary>How large frames may be.</summary>
internal static class TrackLimits
{
    /// <summary>
    /// Of a coded frame: H.264's level 6.2, the highest, allows 139,264 macroblocks of 16 by 16 pixels.
    /// </summary>
    public const int MostPixels = 139_264 * 256;

    /// <summary>
    /// Of a sampled picture: level 5.2 (4096x2304), which is more than any network here looks at. Larger frames are
    /// made smaller while they are decoded, so that pictures take 14 MB each at most.
    /// </summary>
    public const int MostSampledPixels = 36_864 * 256;

    /// <summary>The longer side of a small picture.</summary>
    public const int SmallSide = 320;
}
