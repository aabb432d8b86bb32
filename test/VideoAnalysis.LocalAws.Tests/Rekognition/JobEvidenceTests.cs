using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.Appearances;
using VideoAnalysis.LocalAws.Rekognition.Jobs;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

public sealed class JobEvidenceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task Cuts_and_embeddings_are_kept_beside_the_detections()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Faces = [600, 0, 3];
        rekognition.Engine.Cuts = [0, 480, 990];
        rekognition.Engine.Embedding = number => number == 1 ? [] : [number, 0.5f];

        var found = await EvidenceAsync(rekognition, new(0, 990, [0, 1, 599, 602, 603]));

        Assert.Equal([480, 990], found.Cuts);
        Assert.Equal((0, 990), (found.CutsFrom, found.CutsTo));
        Assert.Equal(
            [(0, [0, 0.5f]), (1, null), (599, [599, 0.5f]), (602, [2, 0.5f]), (603, null)],
            found.Embeddings!.OrderBy(each => each.Key).Select(each => (each.Key, each.Value)));
        Assert.Equal([480], (await EvidenceAsync(rekognition, new(100, 989, []))).Cuts);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_video_without_a_cut_is_not_one_of_which_they_are_unknown()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        Assert.Equal([], (await EvidenceAsync(rekognition, new(0, 2000, []))).Cuts);

        rekognition.Engine.Cuts = null;
        Assert.Null((await EvidenceAsync(rekognition, new(0, 2000, []))).Cuts);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_engine_that_measures_no_embeddings_leaves_none()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        Assert.Null((await EvidenceAsync(rekognition, new(0, 2000, [0, 1]))).Embeddings);
    }

    [Fact(Timeout = 30_000)]
    public async Task Nothing_is_known_of_a_job_that_has_not_succeeded()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var evidence = rekognition.Services.GetRequiredService<IAppearanceEvidence>();

        Assert.Same(AppearanceEvidence.None, await evidence.ReadAsync("nothing", new(0, 1, [0]), Token));
    }

    [Fact(Timeout = 30_000)]
    public async Task They_go_with_the_job()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Cuts = [480];
        rekognition.Engine.Embedding = number => [number];
        await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();
        Assert.NotEmpty(await rekognition.NumbersAsync("SELECT position FROM rekognition_embeddings"));
        Assert.NotEmpty(await rekognition.NumbersAsync("SELECT timestamp FROM rekognition_cuts"));

        rekognition.Time.Advance(TimeSpan.FromDays(7));
        await rekognition.Services.GetRequiredService<VideoJobs>().PurgeAsync(Token);

        Assert.Empty(await rekognition.NumbersAsync("SELECT position FROM rekognition_embeddings"));
        Assert.Empty(await rekognition.NumbersAsync("SELECT timestamp FROM rekognition_cuts"));
        Assert.Empty(await rekognition.NumbersAsync("SELECT position FROM rekognition_detections"));
    }

    /// <summary>Runs a job, and reads what is known of it.</summary>
    private static async Task<AppearanceEvidence> EvidenceAsync(RekognitionHarness rekognition, EvidenceQuery query)
    {
        var jobId = await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();
        return await rekognition.Services.GetRequiredService<IAppearanceEvidence>().ReadAsync(jobId, query, Token);
    }
}
