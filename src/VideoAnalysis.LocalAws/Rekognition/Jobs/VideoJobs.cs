using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>The jobs and what they found, in the database.</summary>
internal sealed class VideoJobs(LocalDatabase database, TimeProvider time)
{
    /// <summary>The tables. Times are Unix milliseconds; the video metadata is JSON.</summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS rekognition_jobs (
            number         INTEGER PRIMARY KEY AUTOINCREMENT,
            id             TEXT    NOT NULL UNIQUE,
            operation      TEXT    NOT NULL,
            token          TEXT,
            request        TEXT    NOT NULL,
            bucket         TEXT    NOT NULL,
            name           TEXT    NOT NULL,
            version        TEXT,
            etag           TEXT    NOT NULL,
            tag            TEXT,
            topic          TEXT,
            all_attributes INTEGER NOT NULL,
            status         TEXT    NOT NULL,
            status_message TEXT,
            metadata       TEXT,
            detections     INTEGER NOT NULL DEFAULT 0,
            attempts       INTEGER NOT NULL DEFAULT 0,
            created_at     INTEGER NOT NULL,
            completed_at   INTEGER
        );
        CREATE UNIQUE INDEX IF NOT EXISTS rekognition_jobs_token ON rekognition_jobs (operation, token)
            WHERE token IS NOT NULL;
        CREATE INDEX IF NOT EXISTS rekognition_jobs_unfinished ON rekognition_jobs (number)
            WHERE status = 'IN_PROGRESS';
        CREATE INDEX IF NOT EXISTS rekognition_jobs_finished ON rekognition_jobs (completed_at)
            WHERE completed_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS rekognition_detections (
            job      INTEGER NOT NULL REFERENCES rekognition_jobs (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            json     TEXT    NOT NULL,
            PRIMARY KEY (job, position)
        ) WITHOUT ROWID;
        """;

    /// <summary>How long the service keeps results, from their end (Developer Guide, "Getting analysis results").</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    private const string Columns =
        "number, id, operation, bucket, name, version, etag, tag, topic, all_attributes, status, status_message, metadata, detections, attempts";

    /// <summary>The job of that id, if that operation started it and its results are still kept.</summary>
    public Task<VideoJob?> FindAsync(string operation, string id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => Read(connection.Command(
                $"SELECT {Columns} FROM rekognition_jobs WHERE id = $id AND operation = $operation AND coalesce(completed_at, $expired + 1) > $expired",
                ("$id", id),
                ("$operation", operation),
                ("$expired", Expired()))),
            cancellationToken);

    /// <summary>The oldest job that is in progress and none of those.</summary>
    /// <param name="except">The numbers of the jobs that are worked on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<VideoJob?> NextUnfinishedAsync(IReadOnlyCollection<long> except, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => Read(connection.Command(
                $"SELECT {Columns} FROM rekognition_jobs WHERE status = 'IN_PROGRESS' AND number NOT IN (SELECT value FROM json_each($except)) ORDER BY number LIMIT 1",
                ("$except", $"[{string.Join(',', except)}]"))),
            cancellationToken);

    /// <summary>How many jobs are in progress.</summary>
    public Task<int> CountUnfinishedAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(CountUnfinished, cancellationToken);

    /// <summary>A run of a job's detections, as JSON, in the order in which they were found.</summary>
    public Task<IReadOnlyList<string>> ReadAsync(
        VideoJob job, long position, int count, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            connection =>
            {
                using var command = connection.Command(
                    "SELECT json FROM rekognition_detections WHERE job = $job AND position >= $position ORDER BY position LIMIT $count",
                    ("$job", job.Number),
                    ("$position", position),
                    ("$count", count));
                using var reader = command.ExecuteReader();
                var found = new List<string>();
                while (reader.Read())
                {
                    found.Add(reader.GetString(0));
                }

                return found;
            },
            cancellationToken);

    /// <summary>Counts an attempt at a job, and removes what an interrupted one has left.</summary>
    public Task BeginAsync(VideoJob job, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction =>
            {
                Discard(transaction, job);
                transaction.Execute(
                    "UPDATE rekognition_jobs SET attempts = attempts + 1 WHERE number = $job", ("$job", job.Number));
            },
            cancellationToken);

    /// <summary>Takes the attempt back: the program is being stopped, which is not the video's fault.</summary>
    public Task ReleaseAsync(VideoJob job) =>
        database.WriteAsync(transaction => transaction.Execute(
            "UPDATE rekognition_jobs SET attempts = $attempts WHERE number = $job",
            ("$attempts", job.Attempts),
            ("$job", job.Number)));

    /// <summary>Adds detections to a job in progress. Nobody sees them before it has succeeded.</summary>
    /// <param name="job">The job.</param>
    /// <param name="position">How many it has already.</param>
    /// <param name="detections">The detections, as JSON.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task AppendAsync(
        VideoJob job, long position, IReadOnlyList<string> detections, CancellationToken cancellationToken) =>
        database.WriteAsync(transaction => Append(transaction, job, position, detections), cancellationToken);

    /// <summary>Adds to a transaction that a job has succeeded.</summary>
    /// <param name="transaction">The transaction; whatever tells of the job's end belongs in it too.</param>
    /// <param name="job">The job.</param>
    /// <param name="position">How many detections it has already.</param>
    /// <param name="detections">The last detections, as JSON.</param>
    /// <param name="metadata">What the file says of itself.</param>
    public void Succeed(
        WriteTransaction transaction,
        VideoJob job,
        long position,
        IReadOnlyList<string> detections,
        VideoMetadata metadata)
    {
        Append(transaction, job, position, detections);
        transaction.Execute(
            """
            UPDATE rekognition_jobs
            SET status = 'SUCCEEDED', metadata = $metadata, detections = $detections, completed_at = $now
            WHERE number = $job
            """,
            ("$metadata", JsonSerializer.Serialize(metadata, RekognitionJson.Default.VideoMetadata)),
            ("$detections", position + detections.Count),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()),
            ("$job", job.Number));
    }

    /// <summary>Adds to a transaction that a job has failed.</summary>
    /// <param name="transaction">The transaction; whatever tells of the job's end belongs in it too.</param>
    /// <param name="job">The job.</param>
    /// <param name="reason">Why, and what to do about it.</param>
    public void Fail(WriteTransaction transaction, VideoJob job, string reason)
    {
        Discard(transaction, job);
        transaction.Execute(
            "UPDATE rekognition_jobs SET status = 'FAILED', status_message = $reason, completed_at = $now WHERE number = $job",
            ("$reason", reason),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()),
            ("$job", job.Number));
    }

    /// <summary>Removes the jobs whose results are kept no longer, and those results.</summary>
    public Task PurgeAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.Execute(
                "DELETE FROM rekognition_jobs WHERE completed_at <= $expired", ("$expired", Expired())),
            cancellationToken);

    /// <summary>How many jobs are in progress, in the sight of a connection.</summary>
    public static int CountUnfinished(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT count(*) FROM rekognition_jobs WHERE status = 'IN_PROGRESS'");
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private long Expired() => (time.GetUtcNow() - Retention).ToUnixTimeMilliseconds();

    private static void Discard(WriteTransaction transaction, VideoJob job) =>
        transaction.Execute("DELETE FROM rekognition_detections WHERE job = $job", ("$job", job.Number));

    private static void Append(
        WriteTransaction transaction, VideoJob job, long position, IReadOnlyList<string> detections)
    {
        using var command = transaction.Command(
            "INSERT INTO rekognition_detections (job, position, json) VALUES ($job, $position, $json)",
            ("$job", job.Number),
            ("$position", 0L),
            ("$json", ""));
        foreach (var json in detections)
        {
            command.Parameters["$position"].Value = position++;
            command.Parameters["$json"].Value = json;
            command.ExecuteNonQuery();
        }
    }

    private static VideoJob? Read(SqliteCommand query)
    {
        using var command = query;
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new()
            {
                Number = reader.GetInt64(0),
                Id = reader.GetString(1),
                Operation = reader.GetString(2),
                Source = new(reader.GetString(3), reader.GetString(4), reader.GetNullableString(5)),
                ETag = reader.GetString(6),
                Tag = reader.GetNullableString(7),
                Topic = reader.GetNullableString(8),
                AllAttributes = reader.GetBoolean(9),
                Status = VideoJobStatusNames.Parse(reader.GetString(10)),
                StatusMessage = reader.GetNullableString(11),
                Metadata = reader.GetNullableString(12) is { } metadata
                    ? JsonSerializer.Deserialize(metadata, RekognitionJson.Default.VideoMetadata)
                    : null,
                Detections = reader.GetInt64(13),
                Attempts = reader.GetInt32(14),
            }
            : null;
    }
}
