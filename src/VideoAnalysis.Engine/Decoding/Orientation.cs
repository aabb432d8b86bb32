using System.Globalization;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>How the pictures of a track have to be turned to stand upright.</summary>
/// <param name="Filter">ffmpeg's filter for it; empty where they stand upright already.</param>
/// <param name="SwapsSides">Whether width and height change places.</param>
internal sealed record Orientation(string Filter, bool SwapsSides)
{
    private static readonly Orientation Upright = new("", false);

    /// <summary>Filters of ffmpeg that see the pictures upright.</summary>
    /// <param name="filters">The filters, of which there is one at least.</param>
    public string Before(string filters) => Filter.Length > 0 ? $"{Filter},{filters}" : filters;

    /// <summary>Reads a display matrix as ffprobe prints it: three lines of an offset and three numbers each.</summary>
    /// <returns>
    /// Upright where there is none, and where it is none of the eight ways to turn and mirror a picture: files are
    /// found with garbage in it, which players ignore.
    /// </returns>
    public static Orientation OfMatrix(string? matrix)
    {
        var numbers = (matrix ?? "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.EndsWith(':'))
            .Select(word =>
                int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .ToList();
        return numbers is [var a, var b, _, var c, var d, ..]
            ? (Math.Sign(a), Math.Sign(b), Math.Sign(c), Math.Sign(d)) switch
            {
                (-1, 0, 0, -1) => new("hflip,vflip", false),
                (-1, 0, 0, 1) => new("hflip", false),
                (1, 0, 0, -1) => new("vflip", false),
                (0, 1, -1, 0) => new("transpose=clock", true),
                (0, -1, 1, 0) => new("transpose=cclock", true),
                (0, 1, 1, 0) => new("transpose=cclock_flip", true),
                (0, -1, -1, 0) => new("transpose=clock_flip", true),
                _ => Upright,
            }
            : Upright;
    }
}
