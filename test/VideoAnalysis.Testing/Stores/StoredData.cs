using System.Security.Cryptography;
using System.Text;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Testing.Stores;

/// <summary>Jobs and chunks to store, of which a test says only what matters to it.</summary>
public static class StoredData
{
    private static readonly DateTimeOffset AnyTime = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);

    /// <summary>A job that was just recorded.</summary>
    public static AnalysisJob Job(
        string key = "film.mp4",
        string analysis = "faces",
        DateTimeOffset? uploadedAt = null,
        JobStatus status = JobStatus.Queued) => new()
        {
            Upload = new() { Video = new("videos", key), EventTime = uploadedAt ?? AnyTime },
            Analysis = analysis,
            Token = TokenOf(key),
            Status = status,
            CreatedAt = AnyTime,
        };

    /// <summary>A token; the same for the same name.</summary>
    public static ClientRequestToken TokenOf(string name) =>
        ClientRequestToken.TryParse(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))))
            ?? throw new FormatException("A SHA-256 in hexadecimal digits is a token.");

    /// <summary>A tag of faces, with the token of that name.</summary>
    public static JobTag Tag(string name = "film.mp4", string analysis = "faces") => new(analysis, TokenOf(name));

    /// <summary>A chunk of bytes that do not compress, the same for the same number.</summary>
    public static DetectionChunk Chunk(int sequence, long from = 0, long? to = null, int size = 16) => new(
        new(sequence, from, to ?? from, Count: 10, Bytes(-sequence - 1, size / 16)), Bytes(sequence, size));

    private static byte[] Bytes(int seed, int size)
    {
        var data = new byte[size];
        for (var i = 0; i < size; i += SHA256.HashSizeInBytes)
        {
            var hash = SHA256.HashData(BitConverter.GetBytes(((long)seed << 32) + i));
            hash.AsSpan(0, Math.Min(hash.Length, size - i)).CopyTo(data.AsSpan(i));
        }

        return data;
    }
}
