using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Results;

namespace VideoAnalysis.Local.Results;

/// <summary>The rows of jobs.</summary>
internal sealed class JobRows(LocalDatabase database, AnalysisRegistry analyses, TimeProvider time)
{
    private const int PageSize = 100;

    private const string Columns = "SELECT key, analysis, revision, document FROM result_job";

    private const string IsLive = "(expires_at IS NULL OR expires_at > $now)";

    private const string Upsert =
        """
        INSERT INTO result_job (key, analysis, revision, status, uploaded_at, key_hash, due_at, expires_at, document)
        VALUES ($key, $analysis, $revision, $status, $uploadedAt, $keyHash, $dueAt, $expiresAt, $document)
        ON CONFLICT (key, analysis) DO UPDATE SET
            revision = excluded.revision, status = excluded.status, uploaded_at = excluded.uploaded_at,
            key_hash = excluded.key_hash, due_at = excluded.due_at, expires_at = excluded.expires_at,
            document = excluded.document
        """;

    public Task<AnalysisJob?> FindAsync(string key, string analysis, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    $"{Columns} WHERE key = $key AND analysis = $analysis AND {IsLive}",
                    ("$key", key),
                    ("$analysis", analysis),
                    ("$now", Now));
                return Read(command).SingleOrDefault();
            },
            cancellationToken);

    public Task<IReadOnlyList<AnalysisJob>> FindAllAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<AnalysisJob>>(
            connection =>
            {
                using var command = connection.Command(
                    $"{Columns} WHERE key = $key AND {IsLive} ORDER BY analysis", ("$key", key), ("$now", Now));
                return Read(command);
            },
            cancellationToken);

    public Task<AnalysisJob?> TrySaveAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job.Status == JobStatus.Deleted
            ? database.FreeAsync(transaction => TrySave(transaction, job), cancellationToken)
            : database.WriteAsync(transaction => TrySave(transaction, job), cancellationToken);

    public async IAsyncEnumerable<AnalysisJob> ListAsync(
        ListPosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<AnalysisJob> page;
        do
        {
            page = await database.ReadAsync(connection => ReadList(connection, after), cancellationToken);
            foreach (var job in page)
            {
                yield return job;
                after = ListPosition.Of(job);
            }
        }
        while (page.Count == PageSize);
    }

    public async IAsyncEnumerable<AnalysisJob> FindDueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The caller may well save each job while it walks: what is due is settled before the first.
        var due = await database.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    $"{Columns} WHERE due_at <= $due AND {IsLive} ORDER BY due_at",
                    ("$due", now.ToUnixTimeMilliseconds()),
                    ("$now", Now));
                return Read(command);
            },
            cancellationToken);
        foreach (var job in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return job;
        }
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private AnalysisJob? TrySave(WriteTransaction transaction, AnalysisJob job)
    {
        if (RevisionOf(transaction, job) != job.Revision)
        {
            return null;
        }

        var saved = job with { Revision = job.Revision + 1 };
        Write(transaction, saved);
        return saved;
    }

    private long RevisionOf(WriteTransaction transaction, AnalysisJob job)
    {
        using var command = transaction.Command(
            $"SELECT revision FROM result_job WHERE key = $key AND analysis = $analysis AND {IsLive}",
            ("$key", job.Upload.Video.Key),
            ("$analysis", job.Analysis),
            ("$now", Now));
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private void Write(WriteTransaction transaction, AnalysisJob job)
    {
        var position = ListPosition.Of(job);
        var document = JobDocument.Of(job, analyses.Find(job.Analysis));
        transaction.Execute(
            Upsert,
            ("$key", job.Upload.Video.Key),
            ("$analysis", job.Analysis),
            ("$revision", job.Revision),
            ("$status", job.Status.ToName()),
            ("$uploadedAt", position.UploadedAt.ToUnixTimeMilliseconds()),
            ("$keyHash", position.KeyHash),
            ("$dueAt", job.DueAt?.ToUnixTimeMilliseconds()),
            ("$expiresAt", job.ExpiresAt?.ToUnixTimeMilliseconds()),
            ("$document", JsonSerializer.Serialize(document, ResultsJson.Default.JobDocument)));
    }

    private List<AnalysisJob> ReadList(SqliteConnection connection, ListPosition? after)
    {
        var place = after is null ? "" : "AND (uploaded_at, key_hash, analysis) < ($uploadedAt, $keyHash, $analysis)";
        using var command = connection.Command(
            $"""
            {Columns} WHERE status <> 'DELETED' AND {IsLive} {place}
            ORDER BY uploaded_at DESC, key_hash DESC, analysis DESC LIMIT $limit
            """,
            ("$now", Now),
            ("$limit", PageSize),
            ("$uploadedAt", after?.UploadedAt.ToUnixTimeMilliseconds()),
            ("$keyHash", after?.KeyHash),
            ("$analysis", after?.Analysis));
        return Read(command);
    }

    private List<AnalysisJob> Read(SqliteCommand command)
    {
        var jobs = new List<AnalysisJob>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (key, analysis) = (reader.GetString(0), reader.GetString(1));
            var document = JsonSerializer.Deserialize(reader.GetString(3), ResultsJson.Default.JobDocument)
                ?? throw new InvalidDataException($"The {analysis} job of \"{key}\" has no document.");
            jobs.Add(document.ToJob(key, analysis, reader.GetInt64(2), analyses));
        }

        return jobs;
    }
}
