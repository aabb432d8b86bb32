using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>Continuation tokens: opaque to clients, and safe in a query.</summary>
internal static class ListToken
{
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes where a list goes on.</summary>
    public static string Write(string place) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(place));

    /// <summary>Reads where a list goes on.</summary>
    /// <exception cref="S3Exception">The text is not a token of this service.</exception>
    public static string Parse(string token)
    {
        try
        {
            return Strict.GetString(WebEncoders.Base64UrlDecode(token)) is { Length: > 0 } place ? place
                : throw Incorrect(token);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw Incorrect(token);
        }
    }

    private static S3Exception Incorrect(string token) =>
        S3Errors.InvalidArgument("continuation-token", token, "The continuation token provided is incorrect");
}
