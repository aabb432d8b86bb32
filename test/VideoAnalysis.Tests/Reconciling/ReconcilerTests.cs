using VideoAnalysis.Jobs;
using VideoAnalysis.Reconciling;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Tests.Reconciling;

public sealed class ReconcilerTests : IDisposable
{
    private static readonly TimeSpan Later = TimeSpan.FromHours(2);

    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task A_job_whose_completion_message_was_lost_is_collected()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", Some.Faces(10));

        var report = await RunAsync(Later);

        Assert.Equal((1, 1), (report.Examined, report.Settled));
        Assert.Equal(10, (await _system.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task A_job_that_is_not_due_is_left_alone()
    {
        await _system.UploadAsync(Some.Upload());

        Assert.Equal(0, (await RunAsync(TimeSpan.FromMinutes(1))).Examined);
    }

    [Fact]
    public async Task A_job_that_still_runs_is_asked_after_less_and_less_often()
    {
        await _system.UploadAsync(Some.Upload());

        Assert.Equal(1, (await RunAsync(Later)).StillRunning);

        Assert.Equal(TimeSpan.FromMinutes(30), (await _system.JobAsync())!.DueAt - _system.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_job_whose_entry_in_the_backlog_was_lost_is_started()
    {
        _system.Engine.JobLimit = 0;
        await _system.UploadAsync(Some.Upload());
        _system.Backlog.TakeAll();
        _system.Engine.JobLimit = 20;

        Assert.Equal(1, (await RunAsync(Later)).Restarted);

        Assert.Equal(JobStatus.InProgress, (await _system.JobAsync())?.Status);
    }

    [Fact]
    public async Task One_job_that_cannot_be_settled_does_not_keep_the_others_from_it()
    {
        await _system.UploadAsync(Some.Upload("a.mp4"));
        await _system.UploadAsync(Some.Upload("b.mp4"));
        _system.Engine.Succeed("job-1", Some.Faces(1));
        _system.Engine.Succeed("job-2", Some.Faces(1));
        var calls = 0;
        _system.Engine.BeforeCall = _ =>
        {
            if (calls++ == 0)
            {
                throw new TimeoutException("no answer");
            }
        };

        var report = await RunAsync(Later);

        Assert.Equal((2, 1, 1), (report.Examined, report.Settled, report.Errors));
    }

    [Fact]
    public async Task A_job_that_cannot_be_settled_lets_the_others_go_first_next_time()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.BeforeCall = _ => throw new TimeoutException("no answer");

        Assert.Equal(1, (await RunAsync(Later)).Errors);

        Assert.Equal(0, (await RunAsync(TimeSpan.FromMinutes(5))).Examined);
        _system.Engine.BeforeCall = null;
        _system.Engine.Succeed("job-1", Some.Faces(1));
        Assert.Equal(1, (await RunAsync(Later)).Settled);
    }

    private async Task<ReconcileReport> RunAsync(TimeSpan after)
    {
        _system.Clock.Advance(after);
        return await _system.Reconciler.RunAsync(TestSystem.NoHurry, TestContext.Current.CancellationToken);
    }
}
