using System.Collections.Concurrent;
using System.Diagnostics;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Tests.Diagnostics;

/// <summary>Runs alone: a listener hears the whole process.</summary>
[Collection(nameof(JobActivitiesTests))]
[CollectionDefinition(nameof(JobActivitiesTests), DisableParallelization = true)]
public sealed class JobActivitiesTests : IDisposable
{
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task A_job_is_one_trace_from_its_upload_to_its_announcement()
    {
        var ended = await ListenAsync(async () =>
        {
            await AnalyseAsync("one.mp4", 1);
            await AnalyseAsync("other.mp4", 2);
        });

        var traces = ended.GroupBy(activity => activity.TraceId).ToList();
        Assert.Equal(2, traces.Count);
        Assert.All(traces, trace =>
        {
            Assert.Equal(["announce", "collect", "start"], trace.Select(activity => activity.OperationName).Order());
            Assert.Single(trace.Select(activity => activity.GetTagItem("videoanalysis.video")).Distinct());
            var collect = trace.Single(activity => activity.OperationName == "collect");
            Assert.Equal(collect.SpanId, trace.Single(activity => activity.OperationName == "announce").ParentSpanId);
            Assert.Equal("Collected", collect.GetTagItem("videoanalysis.outcome"));
        });
    }

    [Fact]
    public async Task The_trace_is_named_after_the_job()
    {
        var ended = await ListenAsync(() => AnalyseAsync("one.mp4", 1));

        var token = (await _system.JobAsync("one.mp4"))!.Token.Value;
        Assert.All(ended, activity =>
            Assert.StartsWith(activity.TraceId.ToHexString(), token, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nobody_listens_there_is_none() =>
        Assert.Null(JobActivities.Start("start", Testing.Stores.StoredData.Job().Tag, Some.Upload().Video));

    private static async Task<IReadOnlyList<Activity>> ListenAsync(Func<Task> work)
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == JobActivities.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return [.. ended];
    }

    private async Task AnalyseAsync(string key, int sequencer)
    {
        await _system.UploadAsync(Some.Upload(key, sequencer));
        var jobId = _system.Engine.Running[^1];
        _system.Engine.Succeed(jobId, Some.Faces(3));
        await _system.CompleteAsync(jobId);
    }
}
