using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Tests.Events;

/// <summary>The events that tell of uploads, and the starts that waited.</summary>
public sealed partial class SampleEventTests
{
    [Fact, Event("StartAnalysis", "s3-put.json")]
    public async Task A_put_starts_a_job()
    {
        await DeliverAsync();

        var job = await _system.JobAsync(Sample);
        Assert.Equal(JobStatus.InProgress, job!.Status);
        Assert.Equal(EventSystem.JobId, job.JobId);
        Assert.Equal(new Sequencer("00064CF896116E08"), job.Upload.Sequencer);
    }

    [Fact, Event("StartAnalysis", "s3-multipart.json")]
    public async Task A_completed_multipart_upload_starts_a_job()
    {
        await DeliverAsync();

        Assert.Equal(1_288_490_188, (await _system.JobAsync("films/premiere.mov"))!.Upload.Size);
    }

    [Fact, Event("StartAnalysis", "s3-copy.json")]
    public async Task A_copy_in_a_versioned_bucket_starts_a_job_on_that_version()
    {
        await DeliverAsync();

        Assert.Equal(
            "3HL4kqtJvjVBH40Nrjfkd.EXAMPLE", (await _system.JobAsync("archive/HOLIDAY.MP4"))!.Upload.VersionId);
    }

    [Fact, Event("StartAnalysis", "s3-unicode-key.json")]
    public async Task A_key_is_decoded_once()
    {
        await DeliverAsync();

        Assert.NotNull(await _system.JobAsync("코드/日本語 ünï + 100%.mp4"));
    }

    [Fact, Event("StartAnalysis", "s3-many-records.json")]
    public async Task Every_record_that_is_a_video_starts_a_job()
    {
        await DeliverAsync();

        Assert.Equal(["a b.mp4", "#1, [x] (y).MOV"], _system.Engine.Started.Select(
            request => request.Upload.Video.Key));
    }

    [Fact, Event("StartAnalysis", "s3-generated.json")]
    public async Task An_event_of_1970_as_the_tools_generate_it_starts_a_job()
    {
        await DeliverAsync();

        Assert.Equal(_system.Clock.GetUtcNow(), (await _system.JobAsync("test/key.mp4"))!.Upload.EventTime);
    }

    [Fact, Event("StartAnalysis", "eventbridge-put.json")]
    public async Task An_upload_on_EventBridge_starts_a_job()
    {
        await DeliverAsync();

        Assert.Equal(JobStatus.InProgress, (await _system.JobAsync(Sample))!.Status);
    }

    [Fact, Event("StartAnalysis", "sns-put.json")]
    public async Task An_upload_in_an_SNS_message_starts_a_job()
    {
        await DeliverAsync();

        Assert.Equal(JobStatus.InProgress, (await _system.JobAsync(Sample))!.Status);
    }

    [Fact, Event("StartQueued", "sqs-put.json")]
    public async Task An_upload_in_a_queue_starts_a_job()
    {
        AssertNothingFailed(await DeliverAsync());

        Assert.Equal(JobStatus.InProgress, (await _system.JobAsync(Sample))!.Status);
    }

    [Fact, Event("StartQueued", "sqs-sns-put.json")]
    public async Task An_upload_in_an_SNS_message_in_a_queue_starts_a_job()
    {
        AssertNothingFailed(await DeliverAsync());

        Assert.Equal(JobStatus.InProgress, (await _system.JobAsync(Sample))!.Status);
    }

    [Fact, Event("StartQueued", "sqs-eventbridge-put.json")]
    public async Task An_upload_on_EventBridge_that_goes_to_a_queue_starts_a_job()
    {
        AssertNothingFailed(await DeliverAsync());

        Assert.Equal(JobStatus.InProgress, (await _system.JobAsync(Sample))!.Status);
    }

    [Fact, Event("StartAnalysis", "s3-test.json")]
    public async Task A_test_event_starts_nothing()
    {
        await DeliverAsync();

        Assert.Empty(_system.Engine.Started);
    }

    [Fact, Event("StartQueued", "sqs-backlog.json")]
    public async Task A_start_that_waited_is_made()
    {
        AssertNothingFailed(await DeliverAsync());

        Assert.Equal(JobStatus.InProgress, (await _system.JobAsync(Sample))!.Status);
    }

    [Fact, Event("StartQueued", "sqs-upload-retry.json")]
    public async Task An_upload_event_that_failed_before_starts_its_job()
    {
        AssertNothingFailed(await DeliverAsync());

        Assert.Equal(JobStatus.InProgress, (await _system.JobAsync(Sample))!.Status);
    }
}
