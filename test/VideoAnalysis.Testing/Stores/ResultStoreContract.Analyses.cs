using System.Text.Json;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Samples;
using Xunit;
using static VideoAnalysis.Testing.Stores.StoredData;

namespace VideoAnalysis.Testing.Stores;

public abstract partial class ResultStoreContract
{
    public static TheoryData<string> AnalysisNames => AnalysisSamples.Names;

    [Theory]
    [MemberData(nameof(AnalysisNames))]
    public async Task What_any_analysis_finds_comes_back_as_it_was_saved(string name)
    {
        var (analysis, detections) = AnalysisSamples.Find(name);
        var found = detections(120);
        var summary = found.Aggregate(analysis.EmptySummary, analysis.Add);
        var store = Reopen(new(analysis), Clock);
        var job = await store.TrySaveJobAsync(
            Job(Film, name, status: JobStatus.Succeeded) with
            {
                Summary = summary,
                Checkpoint = new("token", 3, 1, summary, "AAAA"),
            },
            Token);
        await store.SaveChunkAsync(Film, job!.Tag, Packed.Chunk(analysis, 0, found.Take(70)), null, Token);
        await store.SaveChunkAsync(Film, job.Tag, Packed.Chunk(analysis, 1, found.Skip(70)), null, Token);

        var read = await store.FindJobAsync(Film, name, Token);
        var reader = new ResultReader(store, new(analysis));
        var video = await reader.FindAsync(Film, Token);
        var page = await reader.ReadAsync(video!, new() { Analysis = analysis, Limit = 1_000 }, Token);

        Assert.Equal(Text(summary), Text(read!.Summary!));
        Assert.Equal(Text(summary), Text(read.Checkpoint!.Summary));
        Assert.Equal(
            found.Select(each => JsonSerializer.Serialize(each, analysis.DetectionJson)),
            page!.ReadDetections().Select(each => JsonSerializer.Serialize(each, analysis.DetectionJson)));

        string Text(VideoAnalysis.Analyses.Summary each) => JsonSerializer.Serialize(each, analysis.SummaryJson);
    }
}
