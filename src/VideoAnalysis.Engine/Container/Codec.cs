using System.Collections.Frozen;
using System.Globalization;

namespace VideoAnalysis.Engine.Container;

/// <summary>The compressions that a video track may name, by their four characters.</summary>
internal static class Codec
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["hvc1"] = "H.265 (HEVC)",
        ["hev1"] = "H.265 (HEVC)",
        ["dvh1"] = "Dolby Vision (HEVC)",
        ["dvhe"] = "Dolby Vision (HEVC)",
        ["vvc1"] = "H.266 (VVC)",
        ["vvi1"] = "H.266 (VVC)",
        ["av01"] = "AV1",
        ["vp08"] = "VP8",
        ["vp09"] = "VP9",
        ["mp4v"] = "MPEG-4 Part 2",
        ["s263"] = "H.263",
        ["h263"] = "H.263",
        ["mp1v"] = "MPEG-1",
        ["mp2v"] = "MPEG-2",
        ["m2v1"] = "MPEG-2",
        ["jpeg"] = "Motion JPEG",
        ["mjpa"] = "Motion JPEG",
        ["mjpb"] = "Motion JPEG",
        ["apch"] = "Apple ProRes",
        ["apcn"] = "Apple ProRes",
        ["apcs"] = "Apple ProRes",
        ["apco"] = "Apple ProRes",
        ["ap4h"] = "Apple ProRes",
        ["ap4x"] = "Apple ProRes",
        ["AVdn"] = "DNxHD",
        ["AVdh"] = "DNxHR",
        ["SVQ3"] = "Sorenson Video 3",
        ["encv"] = "an encrypted codec",
    }.ToFrozenDictionary();

    /// <summary>Whether a track of this format is H.264.</summary>
    public static bool IsH264(string format) => format is "avc1" or "avc2" or "avc3" or "avc4";

    /// <summary>Refuses what is not H.264, although the decoder at hand could read some of it: Rekognition takes no other.</summary>
    /// <exception cref="UnusableVideoException">It is something else.</exception>
    public static void RequireH264(string format)
    {
        if (IsH264(format))
        {
            return;
        }

        throw new UnusableVideoException(
            UnusableVideoReason.UnsupportedCodec,
            $"The video is compressed with {Name(format)}; only H.264 in MP4 or MOV can be analysed. "
            + "Convert it, for example with: ffmpeg -i INPUT -c:v libx264 -pix_fmt yuv420p OUTPUT.mp4");
    }

    private static string Name(string format) => Names.TryGetValue(format, out var name)
        ? name
        : "an unknown codec (" + string.Concat(format.Select(Printable)) + ")";

    private static string Printable(char c) =>
        c is > ' ' and <= '~' ? c.ToString() : "\\x" + ((int)c).ToString("x2", CultureInfo.InvariantCulture);
}
