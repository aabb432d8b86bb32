using Microsoft.Data.Sqlite;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>The jobs and what they found, for those who ask.</summary>
internal sealed class VideoJobs(LocalDatabase database, TimeProvider time)
{
    /// <summary>
    /// How long the service keeps results, from their end (Developer Guide, "Getting analysis results").
    /// </summary>
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>The job of that id, if that operation started it and its results are still kept.</summary>
    public Task<VideoJob?> FindAsync(string operation, string id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => VideoJobRow.ReadAll(connection.Command(
                $"SELECT {VideoJobRow.Columns} FROM rekognition_jobs WHERE id = $id AND operation = $operation AND " +
                "coalesce(completed_at, $expired + 1) > $expired",
                ("$id", id),
                ("$operation", operation),
                ("$expired", Expired()))).SingleOrDefault(),
            cancellationToken);

    /// <summary>A run of a job's results, as JSON, and how many there are in all.</summary>
    /// <param name="job">A job that has ended well.</param>
    /// <param name="view">How they are read.</param>
    /// <param name="position">How many are passed over.</param>
    /// <param name="count">How many are wanted at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<(IReadOnlyList<string> Items, long Count)> ReadAsync(
        VideoJob job, ResultView view, long position, int count, CancellationToken cancellationToken) =>
        database.ReadAsync<(IReadOnlyList<string>, long)>(
            connection =>
            {
                if (view.Join is { } join)
                {
                    var joined = join(Read(Ordered(connection, job)), job.Metadata!);
                    return ([.. joined.Skip((int)Math.Min(position, int.MaxValue)).Take(count)], joined.Count);
                }

                return ([.. Read(Ordered(connection, job, view, position, count))], job.Detections);
            },
            cancellationToken);

    /// <summary>Removes the jobs whose results are kept no longer, and everything that was kept of them.</summary>
    public Task PurgeAsync(CancellationToken cancellationToken) =>
        database.FreeAsync(
            transaction => transaction.Execute(
                "DELETE FROM rekognition_jobs WHERE completed_at <= $expired", ("$expired", Expired())),
            cancellationToken);

    /// <summary>How many jobs are in progress, in the sight of a connection.</summary>
    public static int CountUnfinished(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT count(*) FROM rekognition_jobs WHERE status = 'IN_PROGRESS'");
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static SqliteCommand Ordered(
        SqliteConnection connection, VideoJob job, ResultView view, long position, int count)
    {
        if (view.Order.Count == 0)
        {
            // By the key: passing over rows would read them all again for each page.
            return connection.Command(
                "SELECT json FROM rekognition_detections WHERE job = $job AND position >= $position ORDER BY " +
                "position LIMIT $count",
                ("$job", job.Number),
                ("$position", position),
                ("$count", count));
        }

        var order = string.Concat(
            view.Order.Select(key => $"json ->> '{key.Path}' {(key.Descending ? "DESC" : "ASC")}, "));
        return connection.Command(
            $"SELECT json FROM rekognition_detections WHERE job = $job ORDER BY {order} position LIMIT $count " +
            "OFFSET $position",
            ("$job", job.Number),
            ("$position", position),
            ("$count", count));
    }

    private static SqliteCommand Ordered(SqliteConnection connection, VideoJob job) =>
        Ordered(connection, job, ResultView.AsFound, 0, -1);

    private static IEnumerable<string> Read(SqliteCommand command)
    {
        using (command)
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                yield return reader.GetString(0);
            }
        }
    }

    private long Expired() => (time.GetUtcNow() - Retention).ToUnixTimeMilliseconds();
}
