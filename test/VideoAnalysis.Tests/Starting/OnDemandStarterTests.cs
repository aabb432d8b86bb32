using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Stores;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Tests.Starting;

public sealed class OnDemandStarterTests : IDisposable
{
    private static readonly Analysis Faces = new FaceAnalysis(FaceAttributes.Default);
    private static readonly Analysis Labels = new OtherAnalysis("labels");

    // What a list or a HEAD tells of the upload: no sequencer.
    private static readonly Upload Listed = Some.Upload() with { Sequencer = null };

    private readonly TestSystem _system = new(
        analyses: new AnalysisRegistry(Faces, Labels) { OnUpload = [Faces] });

    public OnDemandStarterTests() => _system.Catalog.Uploads.Add(Listed);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task An_upload_gets_only_the_analyses_that_every_upload_gets()
    {
        await _system.UploadAsync(Some.Upload());

        Assert.Equal(["faces"], await StatusesAsync("IN_PROGRESS"));
    }

    [Fact]
    public async Task An_analysis_that_the_video_never_had_is_started()
    {
        await _system.UploadAsync(Some.Upload());

        Assert.True(await StartAsync([Labels]));

        Assert.Equal(["faces", "labels"], await StatusesAsync("IN_PROGRESS"));
        Assert.Equal(Some.Upload(), (await JobAsync("labels"))?.Upload);
    }

    [Fact]
    public async Task A_video_that_was_in_the_bucket_before_is_started_as_it_is_listed()
    {
        Assert.True(await StartAsync([]));

        Assert.Equal(Listed, (await JobAsync("faces"))?.Upload);
    }

    [Fact]
    public async Task A_video_that_is_not_in_the_bucket_starts_nothing()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Catalog.Uploads.Clear();

        Assert.False(await StartAsync([Labels]));

        Assert.Null(await JobAsync("labels"));
    }

    [Fact]
    public async Task A_running_analysis_is_left_alone()
    {
        await _system.UploadAsync(Some.Upload());

        await StartAsync([Faces], again: true);

        Assert.Equal(1, _system.Engine.StartCalls);
    }

    [Fact]
    public async Task A_failed_analysis_is_another_job()
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Fail("job-1", "No.");
        await _system.CompleteAsync("job-1");

        await StartAsync([Faces]);

        var job = await JobAsync("faces");
        Assert.Equal((JobStatus.InProgress, "job-2", 1), (job?.Status, job?.JobId, job?.Upload.Attempt));
    }

    [Fact]
    public async Task A_deleted_analysis_is_another_job()
    {
        await _system.UploadAsync(Some.Upload());
        await _system.Remover.RemoveAsync("film.mp4", Token);

        await StartAsync([Faces]);

        Assert.Equal(
            (JobStatus.InProgress, "job-2"), ((await JobAsync("faces"))?.Status, (await JobAsync("faces"))?.JobId));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task An_analysis_that_succeeded_is_done_again_only_when_that_is_asked_for(bool again, int jobs)
    {
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed("job-1", Some.Faces(1));
        await _system.CompleteAsync("job-1");

        await StartAsync([Faces], again);

        Assert.Equal(jobs, _system.Engine.JobsStarted);
    }

    [Fact]
    public async Task A_newer_object_in_the_bucket_is_what_is_started()
    {
        await _system.UploadAsync(Some.Upload());
        var newer = Some.Upload(sequencer: 1_000) with { Sequencer = null };
        _system.Catalog.Uploads.Add(newer);

        await StartAsync([Labels]);

        Assert.Equal(newer, (await JobAsync("labels"))?.Upload);
    }

    [Fact]
    public async Task A_new_upload_removes_the_results_that_were_made_on_request_for_the_earlier_one()
    {
        await _system.UploadAsync(Some.Upload());
        await StartAsync([Labels]);

        await _system.UploadAsync(Some.Upload(sequencer: 2));

        Assert.Equal(JobStatus.Deleted, (await JobAsync("labels"))?.Status);
        var video = await _system.Reader.FindAsync("film.mp4", Token);
        Assert.Equal("faces", Assert.Single(video!.Jobs).Analysis);
    }

    [Fact]
    public async Task One_analysis_that_cannot_be_started_keeps_no_other_from_it()
    {
        _system.Engine.BeforeCall = _ => throw new InvalidOperationException("No network.");

        var failed = await Assert.ThrowsAsync<AggregateException>(() => StartAsync([Faces, Labels]));

        Assert.Equal(2, failed.InnerExceptions.Count);
        Assert.Equal(["faces", "labels"], await StatusesAsync("QUEUED"));
    }

    [Fact]
    public async Task A_refused_analysis_leaves_the_other_as_it_is()
    {
        (_system.Engine.RefuseBecause, _system.Engine.RefuseOnly) = ("Not in this region.", "labels");

        await StartAsync([Labels, Faces]);

        Assert.Equal(["labels"], await StatusesAsync("FAILED"));
        Assert.Equal(["faces"], await StatusesAsync("IN_PROGRESS"));
    }

    private Task<bool> StartAsync(IReadOnlyList<Analysis> wanted, bool again = false) =>
        _system.OnDemand.StartAsync("film.mp4", wanted, again, Token);

    private Task<AnalysisJob?> JobAsync(string analysis) => _system.Store.FindJobAsync("film.mp4", analysis, Token);

    private async Task<IEnumerable<string>> StatusesAsync(string status) =>
        (await _system.Store.FindJobsAsync("film.mp4", Token))
            .Where(job => job.Status.ToName() == status)
            .Select(job => job.Analysis);
}
