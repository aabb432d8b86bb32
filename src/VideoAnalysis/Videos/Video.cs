using System.Text;

namespace VideoAnalysis.Videos;

/// <summary>A video in S3: a bucket and an object key, the key as its owner wrote it (never URL-encoded).</summary>
public sealed record Video
{
    /// <summary>The longest object key that S3 accepts, in bytes of UTF-8 (S3 User Guide, "Naming objects").</summary>
    public const int MaxKeyBytes = 1024;

    /// <summary>Names a video.</summary>
    /// <exception cref="ArgumentException">
    /// The bucket is empty, or the key is empty or longer than S3 allows.
    /// </exception>
    public Video(string bucket, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (Encoding.UTF8.GetByteCount(key) > MaxKeyBytes)
        {
            throw new ArgumentException($"An object key has at most {MaxKeyBytes} bytes of UTF-8.", nameof(key));
        }

        (Bucket, Key) = (bucket, key);
    }

    /// <summary>The bucket's name.</summary>
    public string Bucket { get; }

    /// <summary>The object key, decoded.</summary>
    public string Key { get; }

    /// <summary>
    /// Whether the key's extension is one of those that Rekognition Video reads (.mp4 and .mov, in any case:
    /// cameras write .MP4 and .MOV).
    /// </summary>
    public bool HasVideoExtension => HasExtension(Key);

    /// <summary>Whether an object can have that key.</summary>
    public static bool IsKey(string key) =>
        !string.IsNullOrEmpty(key) && Encoding.UTF8.GetByteCount(key) <= MaxKeyBytes;

    /// <inheritdoc cref="HasVideoExtension"/>
    public static bool HasExtension(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase)
            || key.EndsWith(".mov", StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public override string ToString() => $"s3://{Bucket}/{Key}";
}
