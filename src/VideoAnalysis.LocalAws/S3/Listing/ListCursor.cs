using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace VideoAnalysis.LocalAws.S3.Listing;

/// <summary>How far a list has come: to a key, or to everything below a common prefix.</summary>
/// <param name="Last">The key or the common prefix that came last.</param>
/// <param name="IsPrefix">Which of the two.</param>
internal sealed record ListCursor(string Last, bool IsPrefix)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a continuation token; null if it is none.</summary>
    public static ListCursor? Parse(string token)
    {
        try
        {
            var text = Strict.GetString(WebEncoders.Base64UrlDecode(token));
            return text.Length > 0 && text[0] is 'k' or 'p' ? new ListCursor(text[1..], text[0] == 'p') : null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The continuation token: opaque to clients, and safe in a query.</summary>
    public override string ToString() => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes((IsPrefix ? 'p' : 'k') + Last));
}
