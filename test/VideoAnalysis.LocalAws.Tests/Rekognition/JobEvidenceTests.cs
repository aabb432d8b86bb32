using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.LocalAws.Rekognition.Jobs;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

public sealed class JobEvidenceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task Cuts_and_embeddings_are_kept_beside_the_detections()
    {
        await using var rekognition = await StartedAsync();
        rekognition.Engine.Faces = [600, 0, 3];
        rekognition.Engine.Cuts = [480, 990];
        rekognition.Engine.Embedding = number => number == 1 ? [] : [number, 0.5f];
        var jobId = await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();
        var evidence = rekognition.Services.GetRequiredService<JobEvidence>();

        Assert.Equal([480, 990], await evidence.CutsAsync(jobId, Token));
        var first = await evidence.EmbeddingsAsync(jobId, 0, 3, Token);
        Assert.Equal([[0, 0.5f], [], [2, 0.5f]], first.Select(each => each.ToArray()));
        var last = await evidence.EmbeddingsAsync(jobId, 599, 5, Token);
        Assert.Equal([[599, 0.5f], [0, 0.5f], [], [2, 0.5f], []], last.Select(each => each.ToArray()));
    }

    [Fact(Timeout = 30_000)]
    public async Task An_engine_that_measures_none_leaves_none()
    {
        await using var rekognition = await StartedAsync();
        var jobId = await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();
        var evidence = rekognition.Services.GetRequiredService<JobEvidence>();

        Assert.Empty(await evidence.CutsAsync(jobId, Token));
        Assert.All(await evidence.EmbeddingsAsync(jobId, 0, 4, Token), each => Assert.True(each.IsEmpty));
    }

    [Fact(Timeout = 30_000)]
    public async Task They_go_with_the_job()
    {
        await using var rekognition = await StartedAsync();
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

    private static Task<RekognitionHarness> StartedAsync() => RekognitionHarness.StartedAsync();
}
