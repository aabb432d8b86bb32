using System.Text.RegularExpressions;

namespace VideoAnalysis.Local;

/// <summary>
/// Makes names safe to print: a file name may hold line breaks, and what terminals take for commands.
/// </summary>
internal static partial class Printable
{
    /// <summary>
    /// The name with a replacement character for every control character, those that turn the direction of text
    /// included.
    /// </summary>
    public static string Line(string name) => Controls().Replace(name, "\uFFFD");

    // The second are Unicode's Bidi_Control: ALM, LRM, RLM, embeddings and overrides, isolates.
    [GeneratedRegex(@"\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Controls();
}
