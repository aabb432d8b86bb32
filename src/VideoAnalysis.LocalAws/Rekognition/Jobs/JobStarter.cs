using System.Security.Cryptography;
using VideoAnalysis.LocalAws.Rekognition.Protocol;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>Accepts jobs, each at most once, and no more at a time than the quota allows.</summary>
internal sealed class JobStarter(
    LocalDatabase database,
    IJobObjects objects,
    JobSignal signal,
    CallRate rate,
    RekognitionOptions options,
    TimeProvider time,
    ILogger<JobStarter> logger)
{
    /// <summary>The largest video that the service takes: 10 GB (Rekognition quotas).</summary>
    private const long MaxBytes = 10L * 1024 * 1024 * 1024;

    /// <summary>How long the service remembers a token (API reference, <c>ClientRequestToken</c>).</summary>
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromDays(7);

    /// <summary>Accepts a job, or finds the one that the same call has started before.</summary>
    /// <returns>The JobId. The job is durable by then.</returns>
    /// <exception cref="RekognitionException">The service would refuse it.</exception>
    public async Task<string> StartAsync(NewJob job, CancellationToken cancellationToken)
    {
        if (!rate.TryTake())
        {
            throw RekognitionException.ProvisionedThroughputExceeded(job.Operation);
        }

        // A repeated call is answered from memory, even after the object has gone.
        var started = await database.WriteAsync(transaction => FindStarted(transaction, job), cancellationToken);
        if (started is not null)
        {
            logger.JobKnown(started, job.Source.Bucket!, job.Source.Name!);
            return started;
        }

        var found = await objects.FindAsync(job.Source, cancellationToken)
            ?? throw RekognitionException.InvalidS3Object($"s3://{job.Source.Bucket}/{job.Source.Name}");
        if (found.Size > MaxBytes)
        {
            throw RekognitionException.VideoTooLarge(MaxBytes);
        }

        var id = await database.WriteAsync(
            transaction => FindStarted(transaction, job) ?? Insert(transaction, job, found), cancellationToken);
        logger.JobStarted(id, job.Source.Bucket!, job.Source.Name!);
        return id;
    }

    private string? FindStarted(WriteTransaction transaction, NewJob job)
    {
        if (job.Token is null)
        {
            return null;
        }

        using var command = transaction.Command(
            "SELECT id, request, created_at FROM rekognition_jobs WHERE operation = $operation AND token = $token",
            ("$operation", job.Operation),
            ("$token", job.Token));
        string id;
        string request;
        using (var reader = command.ExecuteReader())
        {
            if (!reader.Read())
            {
                return null;
            }

            id = reader.GetString(0);
            request = reader.GetString(1);
            if (DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)) > time.GetUtcNow() - TokenLifetime)
            {
                return request == job.Request ? id : throw RekognitionException.IdempotentParameterMismatch();
            }
        }

        transaction.Execute("UPDATE rekognition_jobs SET token = NULL WHERE id = $id", ("$id", id));
        return null;
    }

    private string Insert(WriteTransaction transaction, NewJob job, JobObject found)
    {
        if (VideoJobs.CountUnfinished(transaction.Connection) >= options.JobLimit)
        {
            throw RekognitionException.LimitExceeded(options.JobLimit);
        }

        var id = RandomNumberGenerator.GetHexString(64, lowercase: true);
        transaction.Execute(
            """
            INSERT INTO rekognition_jobs
                (id, operation, token, request, bucket, name, version, etag, tag, topic, status, created_at)
            VALUES
                ($id, $operation, $token, $request, $bucket, $name, $version, $etag, $tag, $topic, 'IN_PROGRESS', $now)
            """,
            ("$id", id),
            ("$operation", job.Operation),
            ("$token", job.Token),
            ("$request", job.Request),
            ("$bucket", job.Source.Bucket),
            ("$name", job.Source.Name),
            ("$version", job.Source.Version),
            ("$etag", found.ETag),
            ("$tag", job.Tag),
            ("$topic", job.Topic),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        transaction.AfterCommit(signal.Set);
        return id;
    }
}
