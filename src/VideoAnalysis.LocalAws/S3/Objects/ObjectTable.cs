using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>The tables of buckets and objects. Times are Unix milliseconds.</summary>
internal static class ObjectTable
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS buckets (
            name       TEXT    PRIMARY KEY,
            created_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS objects (
            bucket   TEXT    NOT NULL REFERENCES buckets (name),
            key      TEXT    NOT NULL,
            file     TEXT    NOT NULL,
            size     INTEGER NOT NULL,
            etag     TEXT    NOT NULL,
            modified INTEGER NOT NULL,
            headers  TEXT    NOT NULL,
            checksum TEXT,
            parts    TEXT    NOT NULL,
            PRIMARY KEY (bucket, key)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS sequencer (
            id   INTEGER PRIMARY KEY CHECK (id = 1),
            last INTEGER NOT NULL
        );
        """;

    private const string Columns = "bucket, key, file, size, etag, modified, headers, checksum, parts";

    /// <summary>Whether a bucket exists.</summary>
    public static bool BucketExists(SqliteConnection connection, string bucket)
    {
        using var command = connection.Command("SELECT 1 FROM buckets WHERE name = $bucket", ("$bucket", bucket));
        return command.ExecuteScalar() is not null;
    }

    /// <summary>Finds an object; null if there is none.</summary>
    public static StoredObject? Find(SqliteConnection connection, string bucket, string key)
    {
        using var command = connection.Command(
            $"SELECT {Columns} FROM objects WHERE bucket = $bucket AND key = $key",
            ("$bucket", bucket),
            ("$key", key));
        using var reader = command.ExecuteReader();
        return reader.Read() ? ReadRow(reader) : null;
    }

    /// <summary>The objects of a bucket from a key on, in the order of their keys' UTF-8 bytes.</summary>
    /// <param name="connection">Where to look.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="inclusive">Whether an object of just that key belongs to it.</param>
    /// <param name="limit">How many at most.</param>
    public static IEnumerable<StoredObject> From(
        SqliteConnection connection, string bucket, string from, bool inclusive, int limit)
    {
        // SQLite compares text by its bytes, and keeps it as UTF-8: S3's order.
        using var command = connection.Command(
            $"""
            SELECT {Columns} FROM objects
            WHERE bucket = $bucket AND key {(inclusive ? ">=" : ">")} $from ORDER BY key LIMIT $limit
            """,
            ("$bucket", bucket),
            ("$from", from),
            ("$limit", limit));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return ReadRow(reader);
        }
    }

    /// <summary>Stores an object in place of the one that has its key.</summary>
    public static void Upsert(WriteTransaction transaction, StoredObject stored) =>
        transaction.Execute(
            $"""
            INSERT OR REPLACE INTO objects ({Columns})
            VALUES ($bucket, $key, $file, $size, $etag, $modified, $headers, $checksum, $parts)
            """,
            ("$bucket", stored.Bucket),
            ("$key", stored.Key),
            ("$file", stored.File),
            ("$size", stored.Size),
            ("$etag", stored.ETag),
            ("$modified", stored.LastModified.ToUnixTimeMilliseconds()),
            ("$headers", HeadersJson.Write(stored.Headers)),
            ("$checksum", stored.Checksum?.ToString()),
            ("$parts", string.Join(',', stored.Parts)));

    /// <summary>Removes an object.</summary>
    public static void Delete(WriteTransaction transaction, string bucket, string key) =>
        transaction.Execute(
            "DELETE FROM objects WHERE bucket = $bucket AND key = $key", ("$bucket", bucket), ("$key", key));

    /// <summary>The next sequencer, larger than every one before, in hex of a fixed length.</summary>
    /// <remarks>
    /// It follows the clock, in microseconds, so that it also grows over a data folder that was removed and made anew:
    /// results may live elsewhere, and remember the last one.
    /// </remarks>
    public static string NextSequencer(WriteTransaction transaction, DateTimeOffset now)
    {
        using var command = transaction.Command(
            """
            INSERT INTO sequencer (id, last) VALUES (1, $now)
            ON CONFLICT (id) DO UPDATE SET last = max(last + 1, excluded.last) RETURNING last
            """,
            ("$now", (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond));
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture)
            .ToString("X16", CultureInfo.InvariantCulture);
    }

    private static StoredObject ReadRow(SqliteDataReader reader) =>
        new(
            reader.GetString(0),
            reader.GetString(1),
            reader.GetString(2),
            reader.GetInt64(3),
            reader.GetString(4),
            DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(5)))
        {
            Headers = HeadersJson.Read(reader.GetString(6)),
            Checksum = ObjectChecksum.Parse(reader.GetNullableString(7)),
            Parts = [.. reader.GetString(8)
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(size => long.Parse(size, CultureInfo.InvariantCulture))],
        };
}
