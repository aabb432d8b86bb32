using System.Globalization;
using System.Text;

namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>What a request is about: nothing (the service), a bucket, or an object.</summary>
/// <param name="Bucket">The bucket's name; null for the service.</param>
/// <param name="Key">The object's key; null for a bucket or the service.</param>
internal sealed record S3Address(string? Bucket, string? Key)
{
    private const string VirtualHostSuffix = ".localhost";

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads where a request goes, and decodes it once.</summary>
    /// <param name="rawTarget">
    /// The target as it stands in the request line. What the web server makes of it is of no use: it resolves dots
    /// and leaves some escapes alone, and a key is to arrive as it was sent.
    /// </param>
    /// <param name="host">The host without the port: <c>bucket.localhost</c> names the bucket as well.</param>
    /// <exception cref="S3Exception">The target is not a URI, or the key is too long.</exception>
    public static S3Address Parse(string rawTarget, string host)
    {
        var path = PathOf(rawTarget);
        if (BucketOf(host) is { } bucket)
        {
            return Of(bucket, path);
        }

        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return path.Length == 0 ? new S3Address(null, null)
            : slash < 0 ? Of(Decode(path), "")
            : Of(Decode(path[..slash]), path[(slash + 1)..]);
    }

    /// <summary>
    /// Reads the <c>x-amz-copy-source</c> header: bucket and key, encoded, with or without a slash before.
    /// </summary>
    /// <exception cref="S3Exception">The header names no object.</exception>
    public static (string Bucket, string Key, string? VersionId) ParseCopySource(string header)
    {
        // A question mark that begins anything else is part of a key that was not encoded.
        const string Version = "?versionId=";
        var (path, versionId) = header.LastIndexOf(Version, StringComparison.Ordinal) is var mark and >= 0
            ? (header[..mark], header[(mark + Version.Length)..])
            : (header, null);

        // Some clients encode the slashes too, so it is decoded before it is taken apart. S3 reads it as a form value:
        // a plus is a space.
        var decoded = Decode(path.Replace('+', ' '));
        decoded = decoded.StartsWith('/') ? decoded[1..] : decoded;
        var slash = decoded.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < decoded.Length - 1
            ? (decoded[..slash], CheckKey(decoded[(slash + 1)..]), versionId)
            : throw S3Errors.InvalidArgument(
                "x-amz-copy-source", header,
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
    }

    /// <summary>Returns a key, if it is not too long.</summary>
    /// <exception cref="S3Exception">The key is too long.</exception>
    public static string CheckKey(string key) =>
        Strict.GetByteCount(key) is var bytes and > S3Limits.KeyBytes ? throw S3Errors.KeyTooLong(bytes) : key;

    /// <summary>Undoes percent-encoding once. A plus stays a plus: this is a path, not a form.</summary>
    /// <exception cref="S3Exception">The text is not percent-encoded UTF-8.</exception>
    public static string Decode(string encoded)
    {
        if (!encoded.Contains('%', StringComparison.Ordinal))
        {
            return encoded;
        }

        try
        {
            // Request lines are ASCII; a header may hold more.
            ReadOnlySpan<byte> source = Strict.GetBytes(encoded);
            Span<byte> decoded = new byte[source.Length];
            var length = 0;
            for (var i = 0; i < source.Length; i++)
            {
                if (source[i] == '%')
                {
                    decoded[length++] = byte.Parse(
                        source.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                    i += 2;
                }
                else
                {
                    decoded[length++] = source[i];
                }
            }

            return Strict.GetString(decoded[..length]);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw S3Errors.InvalidUri();
        }
    }

    private static S3Address Of(string bucket, string encodedKey) =>
        new(bucket, encodedKey.Length == 0 ? null : CheckKey(Decode(encodedKey)));

    private static string PathOf(string rawTarget)
    {
        var path = rawTarget;
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (!path.StartsWith('/') && scheme > 0)
        {
            // A request as proxies get it: the whole URI.
            var slash = path.IndexOf('/', scheme + 3);
            path = slash < 0 ? "/" : path[slash..];
        }

        var query = path.IndexOf('?', StringComparison.Ordinal);
        path = query < 0 ? path : path[..query];
        return path.StartsWith('/') ? path[1..] : throw S3Errors.InvalidUri();
    }

    private static string? BucketOf(string host)
    {
        if (!host.EndsWith(VirtualHostSuffix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = host[..^VirtualHostSuffix.Length];
        name = name.EndsWith(".s3", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return name is "s3" ? null : name;
    }
}
