using System.Globalization;
using System.Text;

namespace VideoAnalysis.Analyses.Persons;

/// <summary>
/// The name of a known person. It is any text of Unicode. The <c>ExternalImageId</c> of a face is not: it has 1 to 255
/// of the characters <c>a-z A-Z 0-9 _ . - :</c> (Rekognition API reference, <c>IndexFaces</c>). So a name is written in
/// UTF-8, where letters and digits of ASCII, <c>.</c> and <c>-</c> stand for themselves, and every other byte is
/// <c>_</c> with two hexadecimal digits: <c>Zoë Kim</c> is <c>Zo_C3_AB_20Kim</c>.
/// </summary>
public sealed record PersonName
{
    /// <summary>What a text has to be.</summary>
    public const string Rule =
        "a name without control characters, of at most 255 characters as an ExternalImageId: a letter or digit of " +
        "ASCII, \".\" or \"-\" is one, every other byte of UTF-8 is three";

    private const int MaxIdLength = 255;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private PersonName(string value, string externalImageId) => (Value, ExternalImageId) = (value, externalImageId);

    /// <summary>The name, without spaces at its ends. Names are compared character by character.</summary>
    public string Value { get; }

    /// <summary>What stands for it in a collection of faces.</summary>
    public string ExternalImageId { get; }

    /// <summary>Makes a name of a text.</summary>
    /// <returns>Null if the text cannot be a name: <see cref="Rule"/>.</returns>
    public static PersonName? TryParse(string text)
    {
        var name = text.Trim();
        if (name.Length == 0 || name.Any(IsNoPartOfAName) || Encode(name) is not { Length: <= MaxIdLength } id)
        {
            return null;
        }

        return new(name, id);
    }

    /// <summary>
    /// The name that an <c>ExternalImageId</c> stands for. One that was given elsewhere may stand for itself.
    /// </summary>
    public static string Of(string externalImageId) =>
        Decode(externalImageId) is { } name && TryParse(name) is { } parsed && parsed.ExternalImageId == externalImageId
            ? parsed.Value
            : externalImageId;

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsNoPartOfAName(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Null if the name has half a surrogate pair.</summary>
    private static string? Encode(string name)
    {
        try
        {
            return string.Concat(
                Utf8.GetBytes(name).Select(part => IsPlain((char)part) ? $"{(char)part}" : $"_{part:X2}"));
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static string? Decode(string id)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < id.Length; i++)
        {
            if (id[i] != '_')
            {
                bytes.Add((byte)id[i]);
            }
            else if (i + 2 < id.Length && byte.TryParse(
                id.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var part))
            {
                bytes.Add(part);
                i += 2;
            }
            else
            {
                return null;
            }
        }

        try
        {
            return Utf8.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-';
}
