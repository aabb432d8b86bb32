using System.Globalization;
using System.Text;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>The encoding of keys in S3's events: that of HTML forms, with slashes left as they are.</summary>
internal static class FormUrlEncoding
{
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.*/";

    /// <summary>Encodes a key.</summary>
    public static string Encode(string key)
    {
        var encoded = new StringBuilder(key.Length);
        foreach (var b in Encoding.UTF8.GetBytes(key))
        {
            _ = (char)b switch
            {
                ' ' => encoded.Append('+'),
                var c when Plain.Contains(c, StringComparison.Ordinal) => encoded.Append(c),
                _ => encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}"),
            };
        }

        return encoded.ToString();
    }
}
