using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoAnalysis.Local.Cli.Arguments;

/// <summary>Times within a video, for people.</summary>
internal static partial class Timestamps
{
    /// <summary>
    /// As in <c>1:02.5</c> or <c>1:00:02.5</c>: tenths of a second, minutes always, hours where there are any.
    /// </summary>
    /// <param name="milliseconds">From the start of the video.</param>
    public static string Format(long milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        var minutes = (int)time.TotalHours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}");
        return string.Create(CultureInfo.InvariantCulture, $"{minutes}:{time.Seconds:00}.{time.Milliseconds / 100}");
    }

    /// <summary>
    /// Reads what <see cref="Format"/> writes, or a plain number of milliseconds; null if it is neither.
    /// </summary>
    public static long? Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return milliseconds;
        }

        if (Clock.Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (hours, minutes) = (match.Groups[1], int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        var seconds = decimal.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture);
        return hours.Success
            ? minutes < 60 ? Total(int.Parse(hours.ValueSpan, CultureInfo.InvariantCulture)) : null
            : Total(0);

        long Total(long wholeHours) => (((wholeHours * 60) + minutes) * 60_000) + (long)(seconds * 1000);
    }

    [GeneratedRegex(@"^(?:([0-9]{1,4}):)?([0-9]{1,4}):([0-5][0-9](?:\.[0-9]{1,3})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock { get; }
}
