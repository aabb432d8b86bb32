using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Api;

public sealed class ProgressTests
{
    [Fact]
    public async Task A_running_analysis_says_how_far_it_is_where_the_engine_tells()
    {
        using var api = new ApiSystem(new Progress());
        await api.AnalyseAsync(Some.Faces(1), "finished.mp4");
        await api.Domain.UploadAsync(Some.Upload("running.mp4"));

        Assert.Equal(42, (await api.GetAsync("/results/running.mp4")).Json.GetProperty("analyses")
            .GetProperty("faces").GetProperty("progress").GetInt32());
        Assert.False((await api.GetAsync("/results/finished.mp4")).Json.GetProperty("analyses")
            .GetProperty("faces").TryGetProperty("progress", out _));
    }

    [Fact]
    public async Task Where_nobody_knows_nothing_is_said()
    {
        using var api = new ApiSystem();
        await api.Domain.UploadAsync(Some.Upload());

        Assert.DoesNotContain("progress", (await api.GetAsync("/results")).Text, StringComparison.Ordinal);
    }

    private sealed class Progress : IAnalysisProgress
    {
        public int? PercentOf(string jobId) => 42;
    }
}
