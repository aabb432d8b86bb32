using System.Collections.Frozen;
using System.Globalization;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>What people call the codecs, by ffprobe's names for them.</summary>
internal static class VideoCodec
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["hevc"] = "H.265 (HEVC)",
        ["vvc"] = "H.266 (VVC)",
        ["av1"] = "AV1",
        ["vp8"] = "VP8",
        ["vp9"] = "VP9",
        ["mpeg4"] = "MPEG-4 Part 2",
        ["h263"] = "H.263",
        ["mpeg1video"] = "MPEG-1",
        ["mpeg2video"] = "MPEG-2",
        ["mjpeg"] = "Motion JPEG",
        ["mjpegb"] = "Motion JPEG",
        ["prores"] = "Apple ProRes",
        ["dnxhd"] = "DNxHD",
        ["svq1"] = "Sorenson Video 1",
        ["svq3"] = "Sorenson Video 3",
        ["cinepak"] = "Cinepak",
        ["rawvideo"] = "no codec at all (raw pictures)",
        ["qtrle"] = "QuickTime Animation",
        ["png"] = "PNG",
    }.ToFrozenDictionary();

    /// <summary>What people call the codec of a track.</summary>
    /// <param name="name">ffprobe's name; empty where it knows none.</param>
    /// <param name="tag">The four characters that the file has for it.</param>
    public static string Describe(string name, string tag) => (name, tag) switch
    {
        (_, "dvh1" or "dvhe") => "Dolby Vision (HEVC)",
        _ when Names.TryGetValue(name, out var known) => known,
        ("" or "unknown", _) => "an unknown codec (" + string.Concat(tag.Select(Printable)) + ")",
        _ => name,
    };

    private static string Printable(char c) =>
        c is > ' ' and <= '~' ? c.ToString() : "\\x" + ((int)c).ToString("x2", CultureInfo.InvariantCulture);
}
