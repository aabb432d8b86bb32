using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Announcing;
using VideoAnalysis.Collecting;
using VideoAnalysis.Engine;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Stores;

namespace VideoAnalysis.Tests.Sizes;

/// <summary>Nothing else may run meanwhile: the memory that is measured is the whole process's.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
[Slow]
public sealed class MemoryTests
{
    private const int Faces = 1_000_000;

    private const long MostBytes = 8 * 1024 * 1024;

    [Fact]
    public async Task A_million_detections_are_collected_in_flat_memory_over_several_invocations()
    {
        await Task.Yield(); // The test before this one is on the stack still, with all that it holds.
        var clock = new FakeTimeProvider(Some.Noon);
        var source = new EndlessSource(Faces, clock);
        var (invocations, chunks) = (0, 0);
        var (before, peak) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        var store = new ForgetfulStore(new(clock), Measure);
        var continuation = new FakeContinuation();
        using var system = System(store, source, continuation, clock);
        var job = StoredData.Job();
        await store.TrySaveJobAsync(job, TestContext.Current.CancellationToken);
        continuation.Waiting.Enqueue(new(job.Upload.Video, job.Tag, "job-1"));

        while (continuation.Waiting.TryDequeue(out var completion))
        {
            invocations++;
            await system.GetRequiredService<ResultCollector>().CollectAsync(
                completion, clock.GetUtcNow().AddMinutes(4), TestContext.Current.CancellationToken);
        }

        var done = await store.FindJobAsync(job.Upload.Video.Key, job.Analysis, TestContext.Current.CancellationToken);
        Measured.Report(
            $"{store.Detections:N0} detections from {source.PageReads:N0} pages in {invocations} invocations: " +
            $"{store.Chunks:N0} chunks, {store.Bytes:N0} bytes; at most {peak - before:N0} bytes of memory in use");
        Assert.Equal((JobStatus.Succeeded, Faces), (done?.Status, done?.Summary?.Detections));
        Assert.Equal(Faces, store.Detections);
        Assert.InRange(invocations, 4, 10);
        Assert.InRange(peak - before, long.MinValue, MostBytes);

        void Measure()
        {
            if (chunks++ % 50 == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }
    }

    private static ServiceProvider System(
        IResultStore store, IAnalysisSource source, IContinuation continuation, TimeProvider clock) =>
        new ServiceCollection()
            .AddSingleton(clock)
            .AddSingleton(new AnalysisRegistry(new FaceAnalysis(FaceAttributes.Default)))
            .AddSingleton(store)
            .AddSingleton(source)
            .AddSingleton(continuation)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<IAnnouncements>(new FakeAnnouncements())
            .AddVideoAnalysis()
            .BuildServiceProvider();
}
