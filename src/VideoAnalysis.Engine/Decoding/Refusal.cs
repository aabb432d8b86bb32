namespace VideoAnalysis.Engine.Decoding;

/// <summary>The reasons for turning a file away. Each advises only what can help.</summary>
internal static class Refusal
{
    private const string Convert =
        "Convert it, for example with: ffmpeg -i INPUT -c:v libx264 -pix_fmt yuv420p OUTPUT.mp4";

    /// <summary>The file has no bytes.</summary>
    public static UnusableVideoException Empty() => new(
        UnusableVideoReason.Empty, "The file is empty. Upload the video again.");

    /// <summary>The file ends before what its own index announces.</summary>
    /// <param name="how">Ends the sentence "The video is incomplete: …".</param>
    public static UnusableVideoException Incomplete(string how) => new(
        UnusableVideoReason.Truncated,
        $"The video is incomplete: {how}. It was probably cut off while it was copied or recorded; upload it again.");

    /// <summary>The file is a part of a stream (DASH, HLS), and its index is another file.</summary>
    public static UnusableVideoException Segment() => new(
        UnusableVideoReason.Truncated,
        "The file is one segment of a stream, and the stream's index (its initialization segment) is not in it. "
        + "Upload the whole video: the initialization segment and all segments after it, joined in one file.");

    /// <summary>The file is of the right kind, and contradicts itself or cannot be decoded.</summary>
    /// <param name="how">Ends the sentence "The video is damaged: …".</param>
    public static UnusableVideoException Damaged(string how) => new(
        UnusableVideoReason.Damaged,
        $"The video is damaged: {how}. Check that it plays, and upload it again.");

    /// <summary>The file is another container, or no video at all.</summary>
    /// <param name="kind">Ends the sentence "This is not an MP4 or MOV video, whatever its name says: …".</param>
    /// <param name="convertible">Whether it shows pictures that move, so that converting makes a video of it.</param>
    public static UnusableVideoException NotAVideo(string kind, bool convertible) => new(
        UnusableVideoReason.UnsupportedFormat,
        $"This is not an MP4 or MOV video, whatever its name says: {kind}." + (convertible ? " " + Convert : ""));

    /// <summary>The file has sound, subtitles or a cover picture, and no video.</summary>
    public static UnusableVideoException NoVideoTrack() => new(
        UnusableVideoReason.NoVideoTrack,
        "The file has no video track, so there is nothing to see in it. Upload a file with video.");

    /// <summary>The video is encrypted.</summary>
    public static UnusableVideoException Encrypted() => new(
        UnusableVideoReason.UnsupportedCodec,
        "The video is encrypted, and cannot be decoded without its key. Upload a copy that is not encrypted.");

    /// <summary>The video is compressed with another codec.</summary>
    /// <param name="codec">What people call it.</param>
    public static UnusableVideoException NotH264(string codec) => new(
        UnusableVideoReason.UnsupportedCodec,
        $"The video is compressed with {codec}; only H.264 in MP4 or MOV can be analysed. {Convert}");

    /// <summary>The frames are larger than H.264 allows at any level.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public static UnusableVideoException TooLarge(int width, int height) => new(
        UnusableVideoReason.TooLarge,
        $"The video's frames are too large: {width}x{height} pixels. Up to {TrackLimits.MostPixels} pixels "
        + "(8192x4352) can be analysed. Make them smaller, for example with: ffmpeg -i INPUT -vf scale=3840:-2 -c:v " +
            "libx264 -pix_fmt yuv420p OUTPUT.mp4");
}
