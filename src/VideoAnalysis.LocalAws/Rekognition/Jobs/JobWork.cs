using System.Globalization;
using System.Text.Json;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Rekognition.Faces;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// The work on one job: looks at the video and stores what is found as it comes, so that memory does not grow with
/// the video. The job's end and the message that tells of it are one transaction.
/// </summary>
internal sealed class JobWork(
    LocalDatabase database,
    VideoJobs jobs,
    IJobObjects objects,
    IVideoEngine engine,
    IOutbox outbox,
    JobProgressBoard board,
    TimeProvider time,
    ILogger<JobWork> logger)
{
    /// <summary>The function that is subscribed to the topic of completions.</summary>
    public const string CompletionFunction = "CollectResults";

    /// <summary>
    /// A video that ends the process itself (a crash in native code) must not do so at every start for ever. Being
    /// killed now and then is no reason to give a long video up, so there are more of them than accidents.
    /// </summary>
    private const int MaxAttempts = 10;

    /// <summary>How many detections are held in memory at most before they are stored.</summary>
    private const int BatchSize = 500;

    /// <summary>Works on a job until it has ended, well or not.</summary>
    /// <exception cref="OperationCanceledException">The program is being stopped; the job is in progress still.</exception>
    public async Task DoAsync(VideoJob job, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            if (job.Attempts >= MaxAttempts)
            {
                throw new UnusableVideoException(UnusableVideoReason.Damaged, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The analysis was begun {job.Attempts} times and the program ended each time before it did. The video may be damaged: convert it, and upload it again."));
            }

            await jobs.BeginAsync(job, cancellationToken);
            var detections = await AnalyzeAsync(job, cancellationToken);
            logger.JobSucceeded(job.Id, detections, time.GetElapsedTime(started));
        }
        catch (Exception e) when (e is UnusableVideoException or JobObjectGoneException)
        {
            await FailAsync(job, e.Message);
            logger.JobFailed(job.Id, e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await jobs.ReleaseAsync(job);
            throw;
        }
        catch (Exception e) when (e is not Microsoft.Data.Sqlite.SqliteException)
        {
            // The boundary: whatever the engine throws ends this job, and no other. Only what the database throws
            // is not the video's fault.
            logger.JobBroken(e, job.Id);
            await FailAsync(job, $"The analysis failed unexpectedly ({e.GetType().Name}: {e.Message}). The log has more; upload the video again to try once more.");
        }
        finally
        {
            board.Remove(job.Id);
        }
    }

    private async Task<long> AnalyzeAsync(VideoJob job, CancellationToken cancellationToken)
    {
        using var file = await objects.OpenAsync(job.Source, job.ETag, cancellationToken)
            ?? throw new JobObjectGoneException();
        var metadata = await engine.InspectAsync(file.Path, cancellationToken);
        var pending = new List<string>();
        var stored = 0L;
        var request = new FaceRequest(job.AllAttributes);
        await foreach (var moment in engine.AnalyzeAsync(file.Path, [request], cancellationToken))
        {
            pending.AddRange(moment.Findings.Select(finding => JsonSerializer.Serialize(
                FaceDetectionItem.Of((FaceDetection)finding.Detection, job.AllAttributes),
                RekognitionJson.Default.FaceDetectionItem)));
            if (pending.Count >= BatchSize)
            {
                await jobs.AppendAsync(job, stored, pending, cancellationToken);
                stored += pending.Count;
                pending.Clear();
            }

            board.Report(Progress(job, VideoJobStatus.InProgress, metadata, moment.Timestamp, stored + pending.Count));
        }

        var detections = stored + pending.Count;
        await EndAsync(
            job,
            VideoJobStatus.Succeeded,
            transaction => jobs.Succeed(transaction, job, stored, pending, metadata));
        board.Report(Progress(job, VideoJobStatus.Succeeded, metadata, metadata.DurationMillis ?? 0, detections));
        return detections;
    }

    private async Task FailAsync(VideoJob job, string reason)
    {
        await EndAsync(job, VideoJobStatus.Failed, transaction => jobs.Fail(transaction, job, reason));
        board.Report(Progress(job, VideoJobStatus.Failed, null, 0, 0));
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
        var message = new CompletionMessage(
            job.Id,
            status.ToName(),
            job.Operation,
            job.Tag,
            now.ToUnixTimeMilliseconds(),
            new(job.Source.Name!, job.Source.Bucket!));
        var text = JsonSerializer.Serialize(message, RekognitionJson.Default.CompletionMessage);
        return JsonSerializer.Serialize(SnsEvent.Of(LocalNames.Topic, text, now), RekognitionJson.Default.SnsEvent);
    }

    private static JobProgress Progress(
        VideoJob job, VideoJobStatus status, VideoMetadata? metadata, long position, long detections) =>
        new(job.Id, job.Source.Bucket!, job.Source.Name!, status, position, metadata?.DurationMillis, detections);
}
