using Microsoft.Data.Sqlite;
using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>The tables of multipart uploads and their parts. Times are Unix milliseconds.</summary>
internal static class UploadTable
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS uploads (
            id             TEXT    PRIMARY KEY,
            bucket         TEXT    NOT NULL,
            key            TEXT    NOT NULL,
            initiated      INTEGER NOT NULL,
            headers        TEXT    NOT NULL,
            algorithm      TEXT,
            full_object    INTEGER NOT NULL,
            completed_at   INTEGER,
            completed_etag TEXT,
            completed_sum  TEXT
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS parts (
            upload   TEXT    NOT NULL REFERENCES uploads (id),
            number   INTEGER NOT NULL,
            file     TEXT    NOT NULL,
            size     INTEGER NOT NULL,
            etag     TEXT    NOT NULL,
            modified INTEGER NOT NULL,
            checksum TEXT,
            PRIMARY KEY (upload, number)
        ) WITHOUT ROWID;
        """;

    private const string Columns =
        "id, bucket, key, initiated, headers, algorithm, full_object, completed_etag, completed_sum";

    /// <summary>Finds an upload, open or completed; null if there is none.</summary>
    public static MultipartUpload? Find(SqliteConnection connection, string id)
    {
        using var command = connection.Command($"SELECT {Columns} FROM uploads WHERE id = $id", ("$id", id));
        using var reader = command.ExecuteReader();
        return reader.Read() ? ReadUpload(reader) : null;
    }

    /// <summary>
    /// The open uploads of a bucket, in the order of their keys, then of their ids, which follow their begin.
    /// </summary>
    public static IReadOnlyList<MultipartUpload> Open(SqliteConnection connection, string bucket)
    {
        using var command = connection.Command(
            $"""
            SELECT {Columns} FROM uploads
            WHERE bucket = $bucket AND completed_at IS NULL ORDER BY key, id
            """,
            ("$bucket", bucket));
        using var reader = command.ExecuteReader();
        var uploads = new List<MultipartUpload>();
        while (reader.Read())
        {
            uploads.Add(ReadUpload(reader));
        }

        return uploads;
    }

    /// <summary>The parts of an upload in order, from after a number on.</summary>
    public static IReadOnlyList<UploadedPart> Parts(
        SqliteConnection connection, string id, int after = 0, int limit = -1)
    {
        using var command = connection.Command(
            """
            SELECT number, file, size, etag, modified, checksum FROM parts
            WHERE upload = $id AND number > $after ORDER BY number LIMIT $limit
            """,
            ("$id", id),
            ("$after", after),
            ("$limit", limit));
        using var reader = command.ExecuteReader();
        var parts = new List<UploadedPart>();
        while (reader.Read())
        {
            parts.Add(new UploadedPart(
                reader.GetInt32(0),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetString(3),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
                ObjectChecksum.Parse(reader.GetNullableString(5))));
        }

        return parts;
    }

    /// <summary>Adds an open upload.</summary>
    public static void Insert(WriteTransaction transaction, MultipartUpload upload) =>
        transaction.Execute(
            """
            INSERT INTO uploads (id, bucket, key, initiated, headers, algorithm, full_object)
            VALUES ($id, $bucket, $key, $initiated, $headers, $algorithm, $full)
            """,
            ("$id", upload.Id),
            ("$bucket", upload.Bucket),
            ("$key", upload.Key),
            ("$initiated", upload.Initiated.ToUnixTimeMilliseconds()),
            ("$headers", HeadersJson.Write(upload.Headers)),
            ("$algorithm", upload.Algorithm?.Name),
            ("$full", upload.IsFullObject));

    /// <summary>Stores a part in place of the one that has its number.</summary>
    public static void Upsert(WriteTransaction transaction, string id, UploadedPart part) =>
        transaction.Execute(
            """
            INSERT OR REPLACE INTO parts (upload, number, file, size, etag, modified, checksum)
            VALUES ($id, $number, $file, $size, $etag, $modified, $checksum)
            """,
            ("$id", id),
            ("$number", part.Number),
            ("$file", part.File),
            ("$size", part.Size),
            ("$etag", part.ETag),
            ("$modified", part.LastModified.ToUnixTimeMilliseconds()),
            ("$checksum", part.Checksum?.ToString()));

    /// <summary>Removes the parts of an upload; their files are the caller's.</summary>
    public static void DeleteParts(WriteTransaction transaction, string id) =>
        transaction.Execute("DELETE FROM parts WHERE upload = $id", ("$id", id));

    /// <summary>Removes an upload without parts.</summary>
    public static void Delete(WriteTransaction transaction, string id) =>
        transaction.Execute("DELETE FROM uploads WHERE id = $id", ("$id", id));

    /// <summary>Marks an upload as completed, and remembers what was answered.</summary>
    public static void Complete(
        WriteTransaction transaction, string id, CompletedUpload completed, DateTimeOffset now) =>
        transaction.Execute(
            "UPDATE uploads SET completed_at = $now, completed_etag = $etag, completed_sum = $sum WHERE id = $id",
            ("$now", now.ToUnixTimeMilliseconds()),
            ("$etag", completed.ETag),
            ("$sum", completed.Checksum?.ToString()),
            ("$id", id));

    /// <summary>
    /// Removes open uploads that were begun before a time; the files of their parts are the caller's.
    /// </summary>
    public static void DeleteOpenBefore(WriteTransaction transaction, DateTimeOffset time)
    {
        const string Open = "completed_at IS NULL AND initiated < $time";
        var limit = ("$time", (object)time.ToUnixTimeMilliseconds());
        transaction.Execute($"DELETE FROM parts WHERE upload IN (SELECT id FROM uploads WHERE {Open})", limit);
        transaction.Execute($"DELETE FROM uploads WHERE {Open}", limit);
    }

    /// <summary>Forgets uploads that were completed before a time.</summary>
    public static void ForgetCompletedBefore(WriteTransaction transaction, DateTimeOffset time) =>
        transaction.Execute(
            "DELETE FROM uploads WHERE completed_at < $time", ("$time", time.ToUnixTimeMilliseconds()));

    private static MultipartUpload ReadUpload(SqliteDataReader reader) =>
        new(
            reader.GetString(0),
            reader.GetString(1),
            reader.GetString(2),
            DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)))
        {
            Headers = HeadersJson.Read(reader.GetString(4)),
            Algorithm = ChecksumAlgorithm.ByName(reader.GetNullableString(5)),
            IsFullObject = reader.GetBoolean(6),
            Completed = reader.GetNullableString(7) is { } etag
                ? new CompletedUpload(etag, ObjectChecksum.Parse(reader.GetNullableString(8)))
                : null,
        };
}
