using Microsoft.Data.Sqlite;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// What there is to work on: the jobs in progress. Jobs of one object that wait together are one pass, so that the
/// video is decoded once.
/// </summary>
/// <remarks>
/// A job that was being worked on when a process died is a suspect: it, or another job beside it, may have ended the
/// process. Suspects run alone, so that what ends the process is known. A video that does so does it at about the same
/// place every time; a process that is killed from outside dies anywhere. So deaths count only in a row at one place.
/// Who kills the process again and again as soon as it runs would have a healthy video die at its beginning every time.
/// So a suspect waits twice as long after each death that counts, while the process does other work: the killer is
/// faster, and what he kills is not the suspect.
/// </remarks>
internal sealed class JobQueue(
    LocalDatabase database, LocalAnalyses analyses, JobSignal signal, RekognitionOptions options, TimeProvider time)
{
    /// <summary>
    /// How far apart places count as the same, in milliseconds of the video: an engine looks at a few frames at a time,
    /// and which of them it has told of when one ends the process differs.
    /// </summary>
    private const long SamePlace = 2_000;

    /// <summary>
    /// How long a suspect waits after its first death that counts, in milliseconds from the start of the process.
    /// </summary>
    private const long FirstWait = 2_000;

    private const string WaitOfSuspect = "CASE deaths WHEN 0 THEN 0 ELSE $first << (deaths - 1) END";

    private readonly long _started = time.GetTimestamp();

    /// <summary>Makes suspects of the jobs that were being worked on when the last process died.</summary>
    /// <returns>How many jobs are in progress.</returns>
    public Task<int> RecoverAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction =>
            {
                // The right sides see the row as it was. A death beside other jobs says nothing about this one.
                transaction.Execute(
                    """
                    UPDATE rekognition_jobs
                    SET running = 0,
                        suspect = 1,
                        died_at = CASE WHEN suspect THEN max(died_at, reached) ELSE died_at END,
                        deaths = CASE
                            WHEN NOT suspect OR reached < died_at - $same THEN 0
                            WHEN reached > died_at + $same THEN 1
                            ELSE deaths + 1
                        END
                    WHERE running AND status = 'IN_PROGRESS'
                    """,
                    ("$same", SamePlace));
                return VideoJobs.CountUnfinished(transaction.Connection);
            },
            cancellationToken);

    /// <summary>
    /// What to work on next: suspects that have waited long enough first and alone, then the oldest job with those that
    /// fit it.
    /// </summary>
    /// <param name="running">The numbers of the jobs that are worked on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// Null if there is nothing, or a suspect waits until nothing runs, or the only jobs wait for others of their
    /// videos; the signal is set when they have.
    /// </returns>
    public Task<JobPass?> NextAsync(IReadOnlyCollection<long> running, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var busy = $"[{string.Join(',', running)}]";
                var now = time.GetUtcNow();
                var up = (long)time.GetElapsedTime(_started).TotalMilliseconds;
                if (First(
                    connection, $"suspect AND {WaitOfSuspect} <= $up", busy, ("$first", FirstWait), ("$up", up))
                    is { } suspect)
                {
                    return running.Count == 0 ? new JobPass([suspect], IsAlone: true) : null;
                }

                if (ShortestWait(connection) is { } wait)
                {
                    signal.SetAt(now + TimeSpan.FromMilliseconds(wait - up), time);
                }

                // A job from the future waits for nothing: the clock has been set back.
                if (First(
                    connection,
                    "NOT suspect AND created_at NOT BETWEEN $ripe + 1 AND $now",
                    busy,
                    ("$ripe", (now - options.Gathering).ToUnixTimeMilliseconds()),
                    ("$now", now.ToUnixTimeMilliseconds())) is { } oldest)
                {
                    return new JobPass([oldest, .. Beside(oldest, Siblings(connection, oldest, busy))]);
                }

                if (FirstStart(connection, busy) is { } started)
                {
                    signal.SetAt(DateTimeOffset.FromUnixTimeMilliseconds(started) + options.Gathering, time);
                }

                return null;
            },
            cancellationToken);

    /// <summary>Notes that work on jobs begins, and removes what an interrupted attempt has left of them.</summary>
    public Task BeginAsync(IEnumerable<VideoJob> jobs, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction =>
            {
                foreach (var job in jobs)
                {
                    JobResults.Discard(transaction, job);
                    transaction.Execute(
                        "UPDATE rekognition_jobs SET running = 1, reached = 0 WHERE number = $job",
                        ("$job", job.Number));
                }
            },
            cancellationToken);

    /// <summary>Notes how far a suspect has come, in milliseconds of the video.</summary>
    public Task ReachedAsync(VideoJob job, long position, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.Execute(
                "UPDATE rekognition_jobs SET reached = $position WHERE number = $job",
                ("$position", position),
                ("$job", job.Number)),
            cancellationToken);

    /// <summary>Notes that the program is being stopped, which is nobody's fault.</summary>
    public Task ReleaseAsync(IEnumerable<VideoJob> jobs) =>
        database.WriteAsync(transaction =>
        {
            foreach (var job in jobs)
            {
                transaction.Execute(
                    "UPDATE rekognition_jobs SET running = 0 WHERE number = $job", ("$job", job.Number));
            }
        });

    private static VideoJob? First(
        SqliteConnection connection, string condition, string running,
        params ReadOnlySpan<(string, object?)> parameters) =>
        VideoJobRow.ReadAll(connection.Command(
            $"SELECT {VideoJobRow.Columns} FROM rekognition_jobs WHERE status = 'IN_PROGRESS' AND {condition} AND " +
            "number NOT IN (SELECT value FROM json_each($running)) ORDER BY number LIMIT 1",
            [("$running", running), .. parameters])).SingleOrDefault();

    private static long? ShortestWait(SqliteConnection connection)
    {
        using var command = connection.Command(
            $"SELECT min({WaitOfSuspect}) FROM rekognition_jobs WHERE status = 'IN_PROGRESS' AND suspect AND deaths " +
            "> 0",
            ("$first", FirstWait));
        return command.ExecuteScalar() as long?;
    }

    /// <summary>When the first of the jobs that gather was started.</summary>
    private static long? FirstStart(SqliteConnection connection, string running)
    {
        using var command = connection.Command(
            "SELECT min(created_at) FROM rekognition_jobs WHERE status = 'IN_PROGRESS' AND NOT suspect AND number " +
            "NOT IN (SELECT value FROM json_each($running))",
            ("$running", running));
        return command.ExecuteScalar() as long?;
    }

    private static IReadOnlyList<VideoJob> Siblings(SqliteConnection connection, VideoJob job, string running) =>
        VideoJobRow.ReadAll(connection.Command(
            $"SELECT {VideoJobRow.Columns} FROM rekognition_jobs WHERE status = 'IN_PROGRESS' AND NOT suspect AND " +
            "number <> $job AND bucket = $bucket AND name = $name AND version IS $version AND etag = $etag AND " +
            "number NOT IN (SELECT value FROM json_each($running)) ORDER BY number",
            ("$job", job.Number),
            ("$bucket", job.Source.Bucket),
            ("$name", job.Source.Name),
            ("$version", job.Source.Version),
            ("$etag", job.ETag),
            ("$running", running)));

    /// <summary>
    /// Which of those can share a pass: an engine takes one request an analysis, and that may be for several.
    /// </summary>
    private IEnumerable<VideoJob> Beside(VideoJob first, IReadOnlyList<VideoJob> siblings)
    {
        var requests = new Dictionary<string, EngineRequest>(StringComparer.Ordinal);
        if (RequestOf(first) is not { } request)
        {
            // It ends without an engine; so do its siblings, or they have a pass of their own.
            yield break;
        }

        requests[request.Analysis] = request;
        foreach (var sibling in siblings)
        {
            if (RequestOf(sibling) is { } other
                && (requests.TryAdd(other.Analysis, other) || requests[other.Analysis] == other))
            {
                yield return sibling;
            }
        }
    }

    private EngineRequest? RequestOf(VideoJob job) => analyses.RequestOf(job.Operation, job.Request);
}
