using System.Runtime.InteropServices;
using System.Text.Json;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>Writes what jobs find, and how they end. Nobody sees detections of a job before it has succeeded.</summary>
internal sealed class JobResults(LocalDatabase database, TimeProvider time)
{
    /// <summary>Adds what a job in progress has found since the last time.</summary>
    public async Task AppendAsync(JobTask task, CancellationToken cancellationToken)
    {
        await database.WriteAsync(transaction => Append(transaction, task), cancellationToken);
        task.Stored();
    }

    /// <summary>Adds to a transaction that a job has succeeded, with the last that it found.</summary>
    /// <param name="transaction">The transaction; whatever tells of the job's end belongs in it too.</param>
    /// <param name="task">The job.</param>
    /// <param name="metadata">What the file says of itself.</param>
    public void Succeed(WriteTransaction transaction, JobTask task, VideoMetadata metadata)
    {
        Append(transaction, task);
        transaction.Execute(
            """
            UPDATE rekognition_jobs
            SET status = 'SUCCEEDED', running = 0, metadata = $metadata, audio = $audio, detections = $detections,
                knows_cuts = $cuts,
                status_message = $unread, completed_at = $now
            WHERE number = $job
            """,
            ("$metadata", JsonSerializer.Serialize(metadata, JobJson.Default.VideoMetadata)),
            ("$audio", JsonSerializer.Serialize(task.Audio, JobJson.Default.IReadOnlyListAudioTrack)),
            ("$detections", task.Detections),
            ("$cuts", task.KnowsCuts),
            ("$unread", task.Unread),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()),
            ("$job", task.Job.Number));
    }

    /// <summary>Adds to a transaction that a job has failed.</summary>
    /// <param name="transaction">The transaction; whatever tells of the job's end belongs in it too.</param>
    /// <param name="job">The job.</param>
    /// <param name="reason">Why, and what to do about it.</param>
    public void Fail(WriteTransaction transaction, VideoJob job, string reason)
    {
        Discard(transaction, job);
        transaction.Execute(
            "UPDATE rekognition_jobs SET status = 'FAILED', running = 0, status_message = $reason, completed_at = " +
            "$now WHERE number = $job",
            ("$reason", reason),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()),
            ("$job", job.Number));
    }

    /// <summary>Adds to a transaction that nothing was found yet.</summary>
    public static void Discard(WriteTransaction transaction, VideoJob job)
    {
        transaction.Execute("DELETE FROM rekognition_detections WHERE job = $job", ("$job", job.Number));
        transaction.Execute("DELETE FROM rekognition_embeddings WHERE job = $job", ("$job", job.Number));
        transaction.Execute("DELETE FROM rekognition_cuts WHERE job = $job", ("$job", job.Number));
    }

    private static void Append(WriteTransaction transaction, JobTask task)
    {
        using var detection = transaction.Command(
            "INSERT INTO rekognition_detections (job, position, json) VALUES ($job, $position, $json)",
            ("$job", task.Job.Number),
            ("$position", 0L),
            ("$json", ""));
        using var embedding = transaction.Command(
            "INSERT INTO rekognition_embeddings (job, position, vector) VALUES ($job, $position, $vector)",
            ("$job", task.Job.Number),
            ("$position", 0L),
            ("$vector", Array.Empty<byte>()));
        var position = task.StoredDetections;
        foreach (var (json, vector) in task.Pending)
        {
            detection.Parameters["$position"].Value = position;
            detection.Parameters["$json"].Value = json;
            detection.ExecuteNonQuery();
            if (!vector.IsEmpty)
            {
                embedding.Parameters["$position"].Value = position;
                embedding.Parameters["$vector"].Value = MemoryMarshal.AsBytes(vector.Span).ToArray();
                embedding.ExecuteNonQuery();
            }

            position++;
        }

        foreach (var cut in task.PendingCuts)
        {
            transaction.Execute(
                "INSERT OR IGNORE INTO rekognition_cuts (job, timestamp) VALUES ($job, $timestamp)",
                ("$job", task.Job.Number),
                ("$timestamp", cut));
        }
    }
}
