using System.Globalization;

namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>Times within a video, for people.</summary>
internal static class Moments
{
    /// <summary>As in <c>1:02.5</c> or <c>1:00:02.5</c>: tenths of a second, minutes always, hours where there are any.</summary>
    /// <param name="milliseconds">From the start of the video.</param>
    public static string Format(long milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        var minutes = (int)time.TotalHours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}");
        return string.Create(CultureInfo.InvariantCulture, $"{minutes}:{time.Seconds:00}.{time.Milliseconds / 100}");
    }
}
