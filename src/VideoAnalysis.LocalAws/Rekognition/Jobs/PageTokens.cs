using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using VideoAnalysis.LocalAws.Rekognition.Protocol;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// Writes and reads the tokens of pages. A token is a position and a time, sealed together with what the pages are of
/// (a JobId and a view): it cannot be made up, and is of no use for anything else. It outlives a restart, as the
/// service's own would.
/// </summary>
internal sealed class PageTokens(LocalDatabase database, TimeProvider time)
{
    /// <summary>The table of the one secret.</summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS rekognition_secret (
            id    INTEGER PRIMARY KEY CHECK (id = 1),
            value BLOB    NOT NULL
        );
        """;

    /// <summary>How long the service accepts a token (Developer Guide, "Getting analysis results").</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int PayloadBytes = 16;
    private const int SealBytes = 32;

    private byte[]? _secret;

    /// <summary>The token of the page that starts at a position.</summary>
    public async Task<string> WriteAsync(string pages, long position)
    {
        var token = new byte[PayloadBytes + SealBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, position);
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(8), time.GetUtcNow().ToUnixTimeMilliseconds());
        Seal(await SecretAsync(), pages, token.AsSpan(0, PayloadBytes)).CopyTo(token.AsSpan(PayloadBytes));
        return Convert.ToBase64String(token);
    }

    /// <summary>The position of a token of those pages.</summary>
    /// <exception cref="RekognitionException">The token is not one of these pages, or no longer valid.</exception>
    public async Task<long> ReadAsync(string pages, string text)
    {
        var token = new byte[PayloadBytes + SealBytes];
        if (!Convert.TryFromBase64String(text, token, out var length) || length != token.Length)
        {
            throw RekognitionException.InvalidPaginationToken();
        }

        var seal = Seal(await SecretAsync(), pages, token.AsSpan(0, PayloadBytes));
        var writtenAt = BinaryPrimitives.ReadInt64BigEndian(token.AsSpan(8));
        return CryptographicOperations.FixedTimeEquals(seal, token.AsSpan(PayloadBytes))
            && writtenAt > (time.GetUtcNow() - Lifetime).ToUnixTimeMilliseconds()
                ? BinaryPrimitives.ReadInt64BigEndian(token)
                : throw RekognitionException.InvalidPaginationToken();
    }

    private static byte[] Seal(byte[] secret, string pages, ReadOnlySpan<byte> payload) =>
        HMACSHA256.HashData(secret, (byte[])[.. payload, .. Encoding.UTF8.GetBytes(pages)]);

    private async Task<byte[]> SecretAsync() => _secret ??= await database.WriteAsync(transaction =>
    {
        transaction.Execute(
            "INSERT OR IGNORE INTO rekognition_secret (id, value) VALUES (1, $value)",
            ("$value", RandomNumberGenerator.GetBytes(SealBytes)));
        using var command = transaction.Command("SELECT value FROM rekognition_secret");
        return (byte[])command.ExecuteScalar()!;
    });
}
