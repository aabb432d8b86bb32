using System.Buffers.Text;
using System.Text;

namespace VideoAnalysis.Results;

/// <summary>
/// The form of page tokens: a few words in URL-safe base64. They hold positions only, no state of a process, so
/// they survive a deployment.
/// </summary>
internal static class PageToken
{
    private const char Separator = '|';

    public static string Encode(params IEnumerable<string> words) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, words)));

    /// <summary>The words; none when the text is not a token.</summary>
    public static string[] Decode(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
