using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Faults;
using VideoAnalysis.Testing.Samples;
using VideoAnalysis.Tests.Appearances;

namespace VideoAnalysis.Tests.Analyses;

/// <summary>What all analyses share, of each of them.</summary>
public sealed class EveryAnalysisTests
{
    private const int Count = 1_300;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => AnalysisSamples.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_detection_is_written_and_read_and_has_a_value_in_every_column(string name)
    {
        var (analysis, detections) = AnalysisSamples.Find(name);

        Assert.Equal(analysis.Columns.Distinct(), analysis.Columns);
        foreach (var detection in detections(60))
        {
            var json = JsonSerializer.Serialize(detection, analysis.DetectionJson);
            var read = (Detection)JsonSerializer.Deserialize(json, analysis.DetectionJson)!;
            Assert.Equal(json, JsonSerializer.Serialize(read, analysis.DetectionJson));
            Assert.Equal(analysis.Columns.Count, analysis.RowOf(read).Count());
        }

        // Some detection fills each column.
        var rows = detections(60).Select(each => analysis.RowOf(each with { Appearance = 1 }).ToList()).ToList();
        var wanted = analysis.Columns.Index().Where(column => rows.All(row => row[column.Index].Text.Length == 0));
        Assert.Empty(wanted.Select(column => column.Item).Except(FaceColumnsOfUnknownLandmarks));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task However_its_results_are_collected_the_same_comes_out(string name)
    {
        var (analysis, detections) = AnalysisSamples.Find(name);
        var found = detections(Count);

        var (summary, stored, appearances) = await CollectAsync(analysis, found, pageSize: 1_000, inSteps: false);
        var inSteps = await CollectAsync(analysis, found, pageSize: 37, inSteps: true);

        Assert.Equal((summary, stored, appearances), inSteps);
        Assert.Equal(Count, (await SummaryAsync(analysis, found)).Detections);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void However_often_the_collector_dies_the_appearances_are_the_same(string name)
    {
        var (analysis, detections) = AnalysisSamples.Find(name);
        var found = detections(400);

        var once = Tracking.Follow(analysis, found, duration: 600_000);
        var dying = Tracking.Follow(analysis, found, null, 600_000, i => i % 60 == 0, i => i % 7 == 0);

        Assert.Equal(once.ToText(analysis), dying.ToText(analysis));
        var counts = once.Detections.Where(each => each.Appearance is not null)
            .CountBy(each => each.Appearance!.Value).ToDictionary();
        Assert.Equal(once.Appearances.Select(each => each.Id).Order(), counts.Keys.Order());
        Assert.InRange(once.Appearances.Count, 2, found.Count);
        Assert.NotEmpty(once.Summary.MostProminent);
        Assert.All(once.Summary.MostProminent, each => Assert.InRange(each.Share ?? -1, 0, 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_range_of_time_has_what_reaches_into_it(string name)
    {
        var (analysis, detections) = AnalysisSamples.Find(name);
        var found = detections(Count);
        using var system = await CollectedAsync(analysis, found, pageSize: 100, inSteps: false);
        var query =
            new DetectionQuery { Analysis = analysis, From = 40_000, To = 90_000, MinConfidence = 60, Limit = 33 };

        var read = await system.ReadAllAsync(query: query);

        var expected = found.Where(query.Matches).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(each => Text(analysis, each)), read.Select(
            each => Text(analysis, each with { Appearance = null })));
    }

    [Slow]
    [Theory]
    [MemberData(nameof(Names))]
    public async Task One_fault_anywhere_changes_nothing_in_the_end(string name)
    {
        var exploration = new FaultExploration(clock => Task.FromResult<IFaultStore>(new MemoryFaultStore(clock)));

        var report = await exploration.RunAsync(FaultScenarios.Of(name), [Redelivery.AtOnce], Token);

        Measured.Report(report.ToString());
        Assert.True(report.Differences.Count == 0, string.Join("\n\n", report.Differences));
        Assert.NotEqual(0, report.Points);
    }

    /// <summary>A face of the samples has not every landmark that has columns.</summary>
    private static IEnumerable<string> FaceColumnsOfUnknownLandmarks =>
        from point in (string[])["eyeRight", "nose", "mouthLeft", "mouthRight"]
        from axis in (string[])["X", "Y"]
        select point + axis;

    private static string Text(Analysis analysis, Detection detection) =>
        JsonSerializer.Serialize(detection, analysis.DetectionJson);

    private static async Task<(string Summary, string Detections, string Appearances)> CollectAsync(
        Analysis analysis, IReadOnlyList<Detection> found, int pageSize, bool inSteps)
    {
        using var system = await CollectedAsync(analysis, found, pageSize, inSteps);
        var job = (await system.Store.FindJobAsync("film.mp4", analysis.Name, Token))!;
        var video = (await system.Reader.FindAsync("film.mp4", Token))!;
        var page = await system.Appearances.ReadAsync(video, new() { Analysis = analysis, Limit = 10_000 }, Token);
        return (
            JsonSerializer.Serialize(job.Summary, analysis.SummaryJson),
            string.Join('\n', (await system.ReadAllAsync(query: new() { Analysis = analysis }))
                .Select(each => Text(analysis, each))),
            string.Join('\n', page!.Appearances.Select(
                each => JsonSerializer.Serialize(each, AppearanceJson.Default.Appearance))));
    }

    private static async Task<Summary> SummaryAsync(Analysis analysis, IReadOnlyList<Detection> found)
    {
        using var system = await CollectedAsync(analysis, found, pageSize: 500, inSteps: false);
        return (await system.Store.FindJobAsync("film.mp4", analysis.Name, Token))!.Summary!;
    }

    /// <summary>In steps: a hand-over wherever there can be one, and a page token that expires on the way.</summary>
    private static async Task<TestSystem> CollectedAsync(
        Analysis analysis, IReadOnlyList<Detection> found, int pageSize, bool inSteps)
    {
        var system = new TestSystem(analyses: new(analysis));
        system.Engine.PageSize = pageSize;
        await system.UploadAsync(Some.Upload());
        system.Engine.Succeed("job-1", found);
        await system.CompleteAsync("job-1", inSteps ? DateTimeOffset.MinValue : null);
        var hasExpired = false;
        while (system.Continuation.Waiting.TryDequeue(out _))
        {
            if (!hasExpired && (await JobAsync()).Checkpoint?.NextToken is not null)
            {
                (system.Engine.TokensExpired, hasExpired) = (true, true);
            }

            await system.CompleteAsync("job-1", DateTimeOffset.MinValue);
        }

        Assert.Equal(inSteps, hasExpired);
        Assert.Equal(JobStatus.Succeeded, (await JobAsync()).Status);
        return system;

        async Task<AnalysisJob> JobAsync() => (await system.Store.FindJobAsync("film.mp4", analysis.Name, Token))!;
    }
}
