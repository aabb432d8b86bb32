using Microsoft.Data.Sqlite;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>The jobs and what they found, for those who ask.</summary>
internal sealed class VideoJobs(LocalDatabase database, TimeProvider time)
{
    /// <summary>How long the service keeps results, from their end (Developer Guide, "Getting analysis results").</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>The job of that id, if that operation started it and its results are still kept.</summary>
    public Task<VideoJob?> FindAsync(string operation, string id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => VideoJobRow.ReadAll(connection.Command(
                $"SELECT {VideoJobRow.Columns} FROM rekognition_jobs WHERE id = $id AND operation = $operation AND coalesce(completed_at, $expired + 1) > $expired",
                ("$id", id),
                ("$operation", operation),
                ("$expired", Expired()))).SingleOrDefault(),
            cancellationToken);

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

    /// <summary>Removes the jobs whose results are kept no longer, and everything that was kept of them.</summary>
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
}
