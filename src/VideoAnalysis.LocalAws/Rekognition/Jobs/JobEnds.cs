using System.Text.Json;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>Ends jobs, each on its own: its end and the message that tells of it are one transaction.</summary>
internal sealed class JobEnds(
    LocalDatabase database, JobResults results, IOutbox outbox, JobProgressBoard board, TimeProvider time)
{
    /// <summary>The function that is subscribed to the topic of completions.</summary>
    public const string CompletionFunction = "CollectResults";

    /// <summary>A job has found everything.</summary>
    public async Task SucceedAsync(JobTask task, VideoMetadata metadata)
    {
        await EndAsync(
            task.Job,
            VideoJobStatus.Succeeded,
            transaction => results.Succeed(transaction, task, metadata));
        board.Report(new JobProgress(task.Job, VideoJobStatus.Succeeded)
        {
            Position = metadata.DurationMillis ?? 0,
            Duration = metadata.DurationMillis,
            Detections = task.Detections,
        });
    }

    /// <summary>A job has failed for good.</summary>
    /// <param name="job">The job.</param>
    /// <param name="reason">Why, and what to do about it.</param>
    public async Task FailAsync(VideoJob job, string reason)
    {
        await EndAsync(job, VideoJobStatus.Failed, transaction => results.Fail(transaction, job, reason));
        board.Report(new JobProgress(job, VideoJobStatus.Failed));
    }

    // Without a cancellation token: what was worked for is kept, even if the program is being stopped.
    private Task EndAsync(VideoJob job, VideoJobStatus status, Action<WriteTransaction> end) =>
        database.WriteAsync(transaction =>
        {
            end(transaction);

            // Other topics have no subscriber here.
            if (job.Topic == LocalNames.Topic)
            {
                outbox.Add(transaction, CompletionFunction, CompletionEvent(job, status));
            }
        });

    private string CompletionEvent(VideoJob job, VideoJobStatus status)
    {
        var now = time.GetUtcNow();
        var message = new CompletionNotification(
            job.Id,
            status.ToName(),
            job.Operation,
            job.Tag,
            now.ToUnixTimeMilliseconds(),
            new(job.Source.Name!, job.Source.Bucket!));
        var text = JsonSerializer.Serialize(message, JobJson.Default.CompletionNotification);
        return JsonSerializer.Serialize(SnsEvent.Of(LocalNames.Topic, text, now), JobJson.Default.SnsEvent);
    }
}
