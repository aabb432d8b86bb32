using VideoAnalysis.Backfilling;
using VideoAnalysis.Collecting;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Tests.Removing;

public sealed class ResultRemoverTests : IDisposable
{
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task Nothing_of_a_removed_result_is_readable_or_stored()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", Some.Faces(10));
        await _system.CompleteAsync("job-1");
        var tag = (await _system.JobAsync())!.Tag;

        Assert.True(await _system.Remover.RemoveAsync("film.mp4", TestContext.Current.CancellationToken));

        Assert.Null(await _system.Reader.ReadAsync(
            "film.mp4", new() { Analysis = _system.Faces }, TestContext.Current.CancellationToken));
        Assert.Empty(_system.Memory.ChunksOf("film.mp4", tag));
        Assert.Null((await _system.JobAsync())?.Summary);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_removed() =>
        Assert.False(await _system.Remover.RemoveAsync("film.mp4", TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_removal_whose_answer_got_lost_is_finished_when_it_is_sent_again()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", Some.Faces(10));
        await _system.CompleteAsync("job-1");
        var tag = (await _system.JobAsync())!.Tag;
        _system.Memory.AfterWrite = _ => throw new TimeoutException("The answer got lost.");
        await Assert.ThrowsAsync<TimeoutException>(RemoveAsync);
        Assert.NotEmpty(_system.Memory.ChunksOf("film.mp4", tag));
        _system.Memory.AfterWrite = null;

        Assert.False(await RemoveAsync());
        Assert.False(await RemoveAsync());

        Assert.Empty(_system.Memory.ChunksOf("film.mp4", tag));
        Assert.Equal(
            [JobStatus.Succeeded, JobStatus.Deleted], _system.Announcements.Sent.Select(each => each.Job.Status));

        Task<bool> RemoveAsync() => _system.Remover.RemoveAsync("film.mp4", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_completion_after_the_removal_brings_nothing_back()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", Some.Faces(10));
        await _system.Remover.RemoveAsync("film.mp4", TestContext.Current.CancellationToken);

        Assert.Equal(CollectOutcome.Superseded, await _system.CompleteAsync("job-1"));
        Assert.Equal(JobStatus.Deleted, (await _system.JobAsync())?.Status);
    }

    [Fact]
    public async Task A_late_event_of_the_removed_upload_brings_nothing_back()
    {
        await _system.UploadAsync(Some.Upload());
        await _system.Remover.RemoveAsync("film.mp4", TestContext.Current.CancellationToken);

        await _system.UploadAsync(Some.Upload());

        Assert.Equal((JobStatus.Deleted, 1), ((await _system.JobAsync())?.Status, _system.Engine.JobsStarted));
    }

    [Theory]
    [InlineData(BackfillScope.New, 0)]
    [InlineData(BackfillScope.Failed, 0)]
    [InlineData(BackfillScope.NewAndFailed, 0)]
    [InlineData(BackfillScope.All, 1)]
    public async Task A_backfill_brings_back_what_was_removed_only_when_told_to_do_everything(
        BackfillScope scope, int queued)
    {
        var upload = Some.Upload();
        await _system.UploadAsync(upload);
        await _system.Remover.RemoveAsync("film.mp4", TestContext.Current.CancellationToken);
        _system.Catalog.Uploads.Add(upload with { Sequencer = null });
        _system.Clock.Advance(TimeSpan.FromDays(1_000));

        var report = await _system.Backfiller.RunAsync(
            new() { Scope = scope }, TestSystem.NoHurry, TestContext.Current.CancellationToken);

        Assert.Equal(queued, report.Queued);
    }

    [Fact]
    public async Task Uploading_again_after_the_removal_analyses_again()
    {
        await _system.UploadAsync(Some.Upload(sequencer: 1));
        await _system.Remover.RemoveAsync("film.mp4", TestContext.Current.CancellationToken);

        await _system.UploadAsync(Some.Upload(sequencer: 2));

        Assert.Equal(
            (JobStatus.InProgress, "job-2"), ((await _system.JobAsync())?.Status, (await _system.JobAsync())?.JobId));
    }
}
