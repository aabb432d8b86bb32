using System.Security.Cryptography;
using System.Text;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.Local.Announcing;

/// <summary>A secret of Standard Webhooks: <c>whsec_</c> and 24 to 64 bytes in base64.</summary>
internal sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int LeastBytes = 24;
    private const int MostBytes = 64;

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <summary>Reads a secret; null if the text is not a valid secret.</summary>
    public static WebhookSecret? TryParse(string text)
    {
        var bytes = new byte[MostBytes];
        var isOne = text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length)
            && length >= LeastBytes;
        return isOne ? new(Convert.FromBase64String(text[Prefix.Length..])) : null;
    }

    /// <summary>
    /// Reads the secret that a file keeps. Where there is no file, it is made, and nobody else can read it.
    /// </summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static WebhookSecret ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            using var file = DataFolder.CreateFile(path);
            file.Write(Encoding.ASCII.GetBytes(
                Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(LeastBytes)) + "\n"));
        }

        return TryParse(File.ReadAllText(path).Trim())
            ?? throw new InvalidDataException(
                $"The file {path} holds no secret of a webhook. Remove it, and another is made.");
    }

    /// <summary>The header <c>webhook-signature</c> of a message.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="timestamp">When it is sent, in seconds since 1970.</param>
    /// <param name="body">Its body.</param>
    public string Sign(string id, string timestamp, string body) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")))}";
}
