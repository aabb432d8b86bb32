using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoJobStatus = Amazon.Rekognition.VideoJobStatus;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

public sealed class JobRunnerTests
{
    [Fact(Timeout = 30_000)]
    public async Task A_job_that_was_interrupted_starts_over_and_ends_the_same()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Faces = [700, 1];
        rekognition.Engine.Holds = true;
        var jobId = await rekognition.StartJobAsync();
        await StoredSomethingAsync(rekognition);
        await rekognition.StopAsync();

        rekognition.Engine.Holds = false;
        await rekognition.StartAsync();

        var completion = await rekognition.NextCompletionAsync();
        Assert.Equal("SUCCEEDED", completion.GetProperty("Status").GetString());
        Assert.Equal(701, (await rekognition.GetAsync(jobId)).Faces.Count);
        Assert.Equal(2, rekognition.Engine.Opened);
        Assert.False(rekognition.Invoker.WasCalledAgain);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_end_of_a_job_is_told_to_the_topic_that_it_names_only()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var request = RekognitionHarness.Request();
        request.NotificationChannel.SNSTopicArn = "arn:aws:sns:us-east-1:123456789012:AmazonRekognition-mine";
        var other = await rekognition.Client.StartFaceDetectionAsync(request, TestContext.Current.CancellationToken);
        while ((await rekognition.GetAsync(other.JobId)).JobStatus == VideoJobStatus.IN_PROGRESS)
        {
            await Task.Yield();
        }

        var jobId = await rekognition.StartJobAsync();

        Assert.Equal(jobId, (await rekognition.NextCompletionAsync()).GetProperty("JobId").GetString());
        Assert.False(rekognition.Invoker.WasCalledAgain);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_video_that_cannot_be_analysed_fails_its_job_with_the_reason()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.OpeningFails = new UnusableVideoException(
            UnusableVideoReason.NoVideoTrack, "No video track. Upload the right file.");

        var jobId = await rekognition.StartJobAsync();

        Assert.Equal("FAILED", (await rekognition.NextCompletionAsync()).GetProperty("Status").GetString());
        var page = await rekognition.GetAsync(jobId);
        Assert.Equal(VideoJobStatus.FAILED, page.JobStatus);
        Assert.Equal("No video track. Upload the right file.", page.StatusMessage);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_the_engine_throws_ends_that_job_and_no_other()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.OpeningFails = new InvalidOperationException("broken");
        var broken = await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();
        rekognition.Engine.OpeningFails = null;

        await rekognition.StartJobAsync();

        Assert.Equal("SUCCEEDED", (await rekognition.NextCompletionAsync()).GetProperty("Status").GetString());
        Assert.Contains("InvalidOperationException: broken", (await rekognition.GetAsync(broken)).StatusMessage,
            StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_object_that_was_replaced_before_its_turn_fails_the_job()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { Workers = 1 });
        rekognition.Engine.Holds = true;
        var running = await rekognition.StartJobAsync();
        await rekognition.Engine.FirstOpened;
        var waiting = await rekognition.StartJobAsync();
        rekognition.Objects.Stored["videos/film.mp4"] = new("another", 1);
        rekognition.Engine.LetOneEnd();

        // Completions are delivered in any order.
        var statuses = new[] { await rekognition.NextCompletionAsync(), await rekognition.NextCompletionAsync() }
            .ToDictionary(
                each => each.GetProperty("JobId").GetString()!, each => each.GetProperty("Status").GetString());
        Assert.Equal(("SUCCEEDED", "FAILED"), (statuses[running], statuses[waiting]));
        Assert.Contains("replaced", (await rekognition.GetAsync(waiting)).StatusMessage, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Without_a_channel_nobody_is_told()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { Workers = 1 });
        var silent = RekognitionHarness.Request();
        silent.NotificationChannel = null;
        var jobId =
            (await rekognition.Client.StartFaceDetectionAsync(silent, TestContext.Current.CancellationToken)).JobId;

        var told = await rekognition.StartJobAsync();

        Assert.Equal(told, (await rekognition.NextCompletionAsync()).GetProperty("JobId").GetString());
        Assert.Equal(VideoJobStatus.SUCCEEDED, (await rekognition.GetAsync(jobId)).JobStatus);
    }

    [Fact(Timeout = 30_000)]
    public async Task Progress_is_told_step_by_step_and_ends_at_a_hundred()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var steps = new List<(int Percent, long Detections)>();
        rekognition.Services.GetRequiredService<JobProgressBoard>().Changed +=
            progress => steps.Add((progress.Percent, progress.Detections));

        await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();

        Assert.Equal([(0, 1), (25, 3), (50, 3), (75, 4)], steps.Take(4));
        Assert.All(steps.Skip(4), step => Assert.Equal((100, 4), step));
    }

    // The first batch is on the disk as soon as the second moment is told of.
    private static async Task StoredSomethingAsync(RekognitionHarness rekognition)
    {
        var board = rekognition.Services.GetRequiredService<JobProgressBoard>();
        var reached = new TaskCompletionSource();
        void Check(JobProgress progress)
        {
            if (progress.Position >= 500)
            {
                reached.TrySetResult();
            }
        }

        board.Changed += Check;
        foreach (var progress in board.Running)
        {
            Check(progress);
        }

        await reached.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
