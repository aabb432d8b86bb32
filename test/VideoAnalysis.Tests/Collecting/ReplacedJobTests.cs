using VideoAnalysis.Collecting;
using VideoAnalysis.Engine;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Tests.Collecting;

/// <summary>What becomes of a job when a newer upload of its key has one of its own.</summary>
public sealed class ReplacedJobTests : IDisposable
{
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task A_completion_of_a_superseded_job_is_dropped()
    {
        await _system.UploadAsync(Some.Upload(sequencer: 1));
        await _system.UploadAsync(Some.Upload(sequencer: 2));
        _system.Engine.Succeed("job-1", Some.Faces(10));

        var outcome = await _system.CompleteAsync("job-1");

        Assert.Equal(CollectOutcome.Superseded, outcome);
        Assert.Equal(
            (JobStatus.InProgress, "job-2"), ((await _system.JobAsync())?.Status, (await _system.JobAsync())?.JobId));
    }

    [Fact]
    public async Task A_job_replaced_while_its_pages_are_read_leaves_nothing_and_changes_nothing_of_the_new_one()
    {
        await _system.UploadAsync(Some.Upload(sequencer: 1));
        _system.Engine.Succeed("job-1", Some.Faces(5_000));
        var old = (await _system.JobAsync())!.Tag;
        var pages = 0;
        _system.Engine.BeforeCall = call =>
        {
            if (call == nameof(IAnalysisSource.GetPageAsync) && ++pages == 3)
            {
                Assert.NotEmpty(_system.Memory.ChunksOf("film.mp4", old));
                _system.UploadAsync(Some.Upload(sequencer: 2)).GetAwaiter().GetResult();
            }
        };

        var outcome = await _system.CompleteAsync("job-1");

        Assert.Equal(CollectOutcome.Superseded, outcome);
        Assert.Empty(_system.Memory.ChunksOf("film.mp4", old));
        var job = await _system.JobAsync();
        Assert.Equal((JobStatus.InProgress, "job-2", null), (job?.Status, job?.JobId, job?.Checkpoint));
        _system.Engine.Succeed("job-2", Some.Faces(5));
        Assert.Equal(CollectOutcome.Collected, await _system.CompleteAsync("job-2"));
        Assert.Equal(5, (await _system.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task The_chunks_of_a_replaced_upload_go_a_while_after_the_new_one_is_readable()
    {
        await _system.UploadAsync(Some.Upload(sequencer: 1));
        _system.Engine.Succeed("job-1", Some.Faces(10));
        await _system.CompleteAsync("job-1");
        var old = (await _system.JobAsync())!.Tag;
        await _system.UploadAsync(Some.Upload(sequencer: 2));
        _system.Engine.Succeed("job-2", Some.Faces(5));

        await _system.CompleteAsync("job-2");
        Assert.Equal(5, (await _system.ReadAllAsync()).Count);
        Assert.NotEmpty(_system.Memory.ChunksOf("film.mp4", old));
        _system.Clock.Advance(TimeSpan.FromHours(1));
        await _system.Reconciler.RunAsync(TestSystem.NoHurry, TestContext.Current.CancellationToken);

        Assert.Empty(_system.Memory.ChunksOf("film.mp4", old));
        Assert.Equal(5, (await _system.ReadAllAsync()).Count);
        Assert.Null((await _system.JobAsync())?.DueAt);
    }
}
