using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Collecting;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Tests.Collecting;

public sealed class ResultCollectorTests : IDisposable
{
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task Every_page_is_stored_before_the_job_turns_SUCCEEDED()
    {
        var faces = Some.Faces(2_500);
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", faces);

        var outcome = await _system.CompleteAsync("job-1");

        Assert.Equal(CollectOutcome.Collected, outcome);
        Assert.Equal(JobStatus.Succeeded, (await _system.JobAsync())?.Status);
        Assert.Equal(faces.Select(face => face.Timestamp), (await _system.ReadAllAsync())
            .Select(face => face.Timestamp));
    }

    [Fact]
    public async Task The_summary_counts_faces_moments_and_confidence()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", Some.Face(500, 90), Some.Face(500, 80), Some.Face(1_000, 100));

        await _system.CompleteAsync("job-1");

        var summary = Assert.IsType<FaceSummary>((await _system.JobAsync())?.Summary);
        Assert.Equal((3, 2, 2), (summary.Detections, summary.Timestamps, summary.MostAtOnce));
        Assert.Equal((500, 1_000), (summary.FirstTimestamp, summary.LastTimestamp));
        Assert.Equal((80, 100, 90), (summary.LowestConfidence, summary.HighestConfidence, summary.MeanConfidence));
    }

    [Fact]
    public async Task A_video_without_a_face_succeeds_with_nothing()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1");

        await _system.CompleteAsync("job-1");

        Assert.Equal((JobStatus.Succeeded, 0),
            ((await _system.JobAsync())?.Status, (await _system.JobAsync())?.Summary?.Detections));
        Assert.Empty(await _system.ReadAllAsync());
    }

    [Fact]
    public async Task Chunks_do_not_depend_on_the_pages()
    {
        var faces = Some.Faces(3_000);
        await _system.UploadAsync(Some.Upload("a.mp4"));
        await _system.UploadAsync(Some.Upload("b.mp4"));
        _system.Engine.Succeed("job-1", faces);
        _system.Engine.Succeed("job-2", faces);

        await _system.CompleteAsync("job-1");
        _system.Engine.PageSize = 70;
        await _system.CompleteAsync("job-2");

        Assert.Equal(await ChunksAsync("a.mp4"), await ChunksAsync("b.mp4"));
    }

    [Fact]
    public async Task A_collection_that_runs_out_of_time_goes_on_from_its_checkpoint()
    {
        var faces = Some.Faces(5_000);
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", faces);

        var outcomes = new List<CollectOutcome> { await _system.CompleteAsync("job-1", handOverAt: Some.Noon) };
        while (_system.Continuation.Waiting.TryDequeue(out var completion))
        {
            outcomes.Add(await _system.Collector.CollectAsync(
                completion, Some.Noon, TestContext.Current.CancellationToken));
        }

        Assert.Equal(CollectOutcome.Collected, outcomes[^1]);
        Assert.True(outcomes.Count > 2, $"It handed over {outcomes.Count - 1} times.");
        Assert.Equal(faces.Select(face => face.Timestamp), (await _system.ReadAllAsync())
            .Select(face => face.Timestamp));
    }

    [Fact]
    public async Task An_expired_page_token_starts_again_at_page_one_without_duplicates()
    {
        var faces = Some.Faces(5_000);
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", faces);
        await ExpireTokensAsync();

        await _system.CompleteAsync("job-1");

        Assert.False(_system.Engine.TokensExpired, "It did not start again at page one.");
        Assert.Equal(faces.Select(face => face.Timestamp), (await _system.ReadAllAsync())
            .Select(face => face.Timestamp));
    }

    [Fact]
    public async Task Starting_again_at_page_one_deletes_nothing_that_another_collector_may_have_finished()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", Some.Faces(5_000));
        await ExpireTokensAsync();
        var writes = new List<string>();
        _system.Memory.AfterWrite = writes.Add;

        await _system.CompleteAsync("job-1");

        Assert.False(_system.Engine.TokensExpired, "It did not start again at page one.");
        Assert.DoesNotContain("DeleteChunksAsync", writes);
    }

    [Fact]
    public async Task Results_expire_with_their_job_and_not_before()
    {
        using var system = new TestSystem(options: new() { Retention = TimeSpan.FromDays(1) });
        await system.UploadAsync(Some.Upload());
        system.Engine.Succeed("job-1", Some.Faces(5_000));
        await system.CompleteAsync("job-1", handOverAt: Some.Noon);
        system.Clock.Advance(TimeSpan.FromHours(3));
        await system.CompleteAsync("job-1");

        system.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(5_000, (await system.ReadAllAsync()).Count);
        system.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await system.JobAsync());
    }

    [Fact]
    public async Task A_failed_job_keeps_the_engines_reason_and_says_what_to_do()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Fail("job-1", "Unsupported codec/format");

        await _system.CompleteAsync("job-1");

        var job = await _system.JobAsync();
        Assert.Equal(JobStatus.Failed, job?.Status);
        Assert.StartsWith("Unsupported codec/format. ", job?.Reason);
        Assert.Contains("H.264 in MP4 or MOV", job?.Reason);
    }

    [Fact]
    public async Task A_succeeded_job_keeps_what_the_engine_says_it_lacks()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", " 14 of 75 frames could not be read. ", Some.Faces(1_500));

        await _system.CompleteAsync("job-1");

        var job = await _system.JobAsync();
        Assert.Equal(
            (JobStatus.Succeeded, null, "14 of 75 frames could not be read."),
            (job?.Status, job?.Reason, job?.Warning));
    }

    [Fact]
    public async Task A_completion_finds_its_job_by_the_tag_when_the_starter_died()
    {
        _system.Engine.AfterStart = _ => throw new TimeoutException("died");
        await Assert.ThrowsAsync<TimeoutException>(() => _system.UploadAsync(Some.Upload()));
        _system.Engine.Succeed("job-1", Some.Faces(3));

        await _system.CompleteAsync("job-1");

        Assert.Equal(
            (JobStatus.Succeeded, "job-1"), ((await _system.JobAsync())?.Status, (await _system.JobAsync())?.JobId));
    }

    [Fact]
    public async Task A_job_that_the_engine_has_forgotten_fails_with_a_reason()
    {
        await _system.UploadAsync(Some.Upload());
        var completion = _system.CompletionOf("job-1");
        _system.Engine.Forget("job-1");

        var outcome = await _system.Collector.CollectAsync(
            completion, TestSystem.NoHurry, TestContext.Current.CancellationToken);

        Assert.Equal(CollectOutcome.Failed, outcome);
        Assert.Contains("7 days", (await _system.JobAsync())?.Reason);
    }

    [Fact]
    public async Task A_completion_that_names_another_JobId_is_settled_by_the_jobs_own()
    {
        await _system.UploadAsync(Some.Upload());
        var invented = _system.CompletionOf("job-1") with { JobId = "invented" };

        Assert.Equal(CollectOutcome.StillRunning, await CollectAsync(invented));
        _system.Engine.Succeed("job-1", Some.Faces(3));
        Assert.Equal(CollectOutcome.Collected, await CollectAsync(invented));

        var job = await _system.JobAsync();
        Assert.Equal((JobStatus.Succeeded, "job-1", 3), (job?.Status, job?.JobId, job?.Summary?.Detections));
    }

    [Fact]
    public async Task An_invented_JobId_fails_no_job_that_is_still_to_be_started()
    {
        _system.Engine.JobLimit = 0;
        await _system.UploadAsync(Some.Upload());
        var waiting = await _system.JobAsync();

        var outcome = await CollectAsync(new(waiting!.Upload.Video, waiting.Tag, "invented"));

        Assert.Equal(CollectOutcome.NotFound, outcome);
        Assert.Equal(waiting, await _system.JobAsync());
        _system.Engine.JobLimit = 1;
        await _system.Drainer.DrainAsync(_system.Backlog.TakeAll().Single(), TestContext.Current.CancellationToken);
        Assert.Equal(
            (JobStatus.InProgress, "job-1"), ((await _system.JobAsync())?.Status, (await _system.JobAsync())?.JobId));
    }

    /// <summary>Collects until the checkpoint is on a later page, and lets the token of that page expire.</summary>
    private async Task ExpireTokensAsync()
    {
        do
        {
            Assert.Equal(CollectOutcome.HandedOver, await _system.CompleteAsync("job-1", handOverAt: Some.Noon));
        }
        while ((await _system.JobAsync())?.Checkpoint?.NextToken is null);
        _system.Engine.TokensExpired = true;
    }

    private Task<CollectOutcome> CollectAsync(Completion completion) =>
        _system.Collector.CollectAsync(completion, TestSystem.NoHurry, TestContext.Current.CancellationToken);

    private async Task<string[]> ChunksAsync(string key)
    {
        var job = await _system.JobAsync(key);
        return [.. _system.Memory.ChunksOf(key, job!.Tag)
            .Select(chunk => $"{chunk.Head.Sequence} {chunk.Head.From} {chunk.Head.To} " +
                $"{Convert.ToHexString(chunk.Head.Index.Span)} " +
                Convert.ToHexString(chunk.Body.Span))];
    }
}
