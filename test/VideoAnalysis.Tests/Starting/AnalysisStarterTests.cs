using VideoAnalysis.Backlog;
using VideoAnalysis.Jobs;
using VideoAnalysis.Starting;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Stores;

namespace VideoAnalysis.Tests.Starting;

public sealed class AnalysisStarterTests : IDisposable
{
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task An_upload_starts_one_job_and_stores_its_JobId()
    {
        await _system.UploadAsync(Some.Upload());

        var job = await _system.JobAsync();
        Assert.Equal((JobStatus.InProgress, "job-1"), (job?.Status, job?.JobId));
    }

    [Fact]
    public async Task A_second_delivery_starts_no_second_job()
    {
        await _system.UploadAsync(Some.Upload());
        await _system.UploadAsync(Some.Upload());

        Assert.Equal(1, _system.Engine.JobsStarted);
    }

    [Fact]
    public async Task An_overwrite_of_the_key_starts_another_job()
    {
        await _system.UploadAsync(Some.Upload(sequencer: 1));
        await _system.UploadAsync(Some.Upload(sequencer: 2));

        Assert.Equal((2, "job-2"), (_system.Engine.JobsStarted, (await _system.JobAsync())?.JobId));
    }

    [Fact]
    public async Task A_late_event_of_an_older_upload_changes_nothing()
    {
        await _system.UploadAsync(Some.Upload(sequencer: 2));
        await _system.UploadAsync(Some.Upload(sequencer: 1));

        Assert.Equal((1, "job-1"), (_system.Engine.JobsStarted, (await _system.JobAsync())?.JobId));
    }

    [Fact]
    public async Task What_finds_no_room_waits_in_the_backlog()
    {
        _system.Engine.JobLimit = 0;

        await _system.UploadAsync(Some.Upload());

        var job = await _system.JobAsync();
        Assert.Equal((JobStatus.Queued, true), (job?.Status, job?.InBacklog));
        Assert.Equal(1, Assert.Single(_system.Backlog.Entries).Entry.Refusals);
    }

    [Fact]
    public async Task A_second_delivery_of_what_waits_adds_no_second_entry()
    {
        _system.Engine.JobLimit = 0;

        await _system.UploadAsync(Some.Upload());
        await _system.UploadAsync(Some.Upload());

        Assert.Single(_system.Backlog.Entries);
    }

    [Fact]
    public async Task An_entry_of_the_backlog_starts_when_there_is_room()
    {
        _system.Engine.JobLimit = 0;
        await _system.UploadAsync(Some.Upload());
        _system.Engine.JobLimit = 1;

        await _system.Drainer.DrainAsync(
            Assert.Single(_system.Backlog.TakeAll()), TestContext.Current.CancellationToken);

        var job = await _system.JobAsync();
        Assert.Equal((JobStatus.InProgress, false), (job?.Status, job?.InBacklog));
    }

    [Fact]
    public async Task After_a_refusal_the_engine_is_left_alone_for_a_while()
    {
        _system.Engine.JobLimit = 0;
        await _system.UploadAsync(Some.Upload("a.mp4"));
        await _system.UploadAsync(Some.Upload("b.mp4"));

        foreach (var entry in _system.Backlog.TakeAll())
        {
            await _system.Drainer.DrainAsync(entry, TestContext.Current.CancellationToken);
        }

        // Two uploads, and the first of the two entries.
        Assert.Equal(3, _system.Engine.StartCalls);
        Assert.Equal(2, _system.Backlog.Entries.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_clock_that_is_set_back_does_not_prolong_the_waits_of_the_backlog()
    {
        _system.Engine.JobLimit = 0;
        await _system.UploadAsync(Some.Upload("a.mp4"));
        await _system.UploadAsync(Some.Upload("b.mp4"));
        var entries = _system.Backlog.TakeAll();
        Assert.Equal(StartOutcome.Queued, await DrainAsync(entries[0]));
        _system.Engine.JobLimit = 2;
        _system.Clock.AdjustTime(Some.Noon.AddHours(-1));

        Assert.Equal(StartOutcome.Started, await DrainAsync(entries[1]));

        Task<StartOutcome> DrainAsync(BacklogEntry entry) =>
            _system.Drainer.DrainAsync(entry, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_the_engine_will_never_take_fails_with_its_reason()
    {
        _system.Engine.RefuseBecause = "The object is too large.";

        await _system.UploadAsync(Some.Upload());

        var job = await _system.JobAsync();
        Assert.Equal((JobStatus.Failed, "The object is too large."), (job?.Status, job?.Reason));
    }

    [Fact]
    public async Task What_a_collector_has_stored_of_a_job_that_is_refused_after_all_does_not_stay()
    {
        _system.Engine.RefuseBecause = "Access denied.";
        await _system.UploadAsync(Some.Upload());
        var tag = (await _system.JobAsync())!.Tag;
        await _system.Store.SaveChunkAsync(
            "film.mp4", tag, StoredData.Chunk(0), null, TestContext.Current.CancellationToken);

        _system.Clock.Advance(TimeSpan.FromHours(1));
        await _system.Reconciler.RunAsync(TestSystem.NoHurry, TestContext.Current.CancellationToken);

        Assert.Empty(_system.Memory.ChunksOf("film.mp4", tag));
        Assert.Null((await _system.JobAsync())!.DueAt);
    }

    [Fact]
    public async Task After_a_call_that_failed_the_next_one_keeps_its_distance_too()
    {
        _system.Engine.BeforeCall = _ => throw new TimeoutException("no answer");
        var entry = new BacklogEntry(Some.Upload(), "faces", Refusals: 1);
        await Assert.ThrowsAsync<TimeoutException>(
            () => _system.Drainer.DrainAsync(entry, TestContext.Current.CancellationToken));
        _system.Engine.BeforeCall = null;

        var next = _system.Drainer.DrainAsync(entry, TestContext.Current.CancellationToken);

        Assert.Equal((false, 0), (next.IsCompleted, _system.Engine.StartCalls));
        _system.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(StartOutcome.Started, await next);
    }

    [Fact]
    public async Task The_same_content_uploaded_anew_after_a_listed_one_failed_is_analysed()
    {
        // In parts, so that the list tells when the upload began, hours before its event.
        var listed =
            Some.Upload() with { Sequencer = null, ETag = "0123456789abcdef-12", EventTime = Some.Noon.AddHours(-1) };
        _system.Engine.RefuseBecause = "Access denied.";
        await _system.UploadAsync(listed);
        _system.Engine.RefuseBecause = null;
        _system.Clock.Advance(TimeSpan.FromHours(1));

        var again = Some.Upload(sequencer: 2) with { ETag = listed.ETag, EventTime = _system.Clock.GetUtcNow() };
        await _system.UploadAsync(again);

        Assert.Equal(
            (JobStatus.InProgress, again), ((await _system.JobAsync())?.Status, (await _system.JobAsync())?.Upload));
    }

    [Fact]
    public async Task A_starter_that_died_before_it_stored_the_JobId_gets_the_same_job_again()
    {
        _system.Engine.AfterStart = _ => throw new TimeoutException("died");
        await Assert.ThrowsAsync<TimeoutException>(() => _system.UploadAsync(Some.Upload()));
        _system.Engine.AfterStart = null;

        await _system.UploadAsync(Some.Upload());

        Assert.Equal((1, "job-1"), (_system.Engine.JobsStarted, (await _system.JobAsync())?.JobId));
    }

    [Fact]
    public async Task A_late_event_of_the_same_second_does_not_replace_what_a_list_found_and_its_event_confirmed()
    {
        var older = Some.Upload(sequencer: 1) with { EventTime = Some.Noon.AddSeconds(0.3), ETag = "a" };
        var newer = Some.Upload(sequencer: 2) with { EventTime = Some.Noon.AddSeconds(0.7), ETag = "b" };
        await _system.UploadAsync(newer with { Sequencer = null, EventTime = Some.Noon });
        await _system.UploadAsync(newer);

        await _system.UploadAsync(older);

        Assert.Equal((newer, 1), ((await _system.JobAsync())?.Upload, _system.Engine.JobsStarted));
    }

    [Fact]
    public async Task A_clash_of_two_starters_adds_no_second_entry_to_the_backlog()
    {
        _system.Engine.JobLimit = 0;
        _system.Backlog.AfterWrite = _ =>
        {
            // Once, somebody else writes the job between this one's look at it and its own write.
            _system.Backlog.AfterWrite = null;
            Task.Run(() => _system.Store.TrySaveJobAsync(_system.Memory.Jobs.Single(), CancellationToken.None)).Wait();
        };

        await _system.UploadAsync(Some.Upload());

        Assert.Single(_system.Backlog.Entries);
    }

    [Fact]
    public async Task A_key_that_is_overwritten_for_ever_does_not_outgrow_its_item()
    {
        for (var sequencer = 1; sequencer <= 150; sequencer++)
        {
            await _system.UploadAsync(Some.Upload(sequencer: sequencer));
        }

        Assert.InRange((await _system.JobAsync())!.Garbage.Count, 1, 100);
    }
}
