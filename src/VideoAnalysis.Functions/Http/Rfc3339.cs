using System.Globalization;

namespace VideoAnalysis.Functions.Http;

/// <summary>
/// Times as all answers have them: RFC 3339 in UTC, always with milliseconds, so that texts sort as times do.
/// </summary>
internal static class Rfc3339
{
    /// <summary>The text of a time.</summary>
    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
