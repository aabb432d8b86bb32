using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses;
using VideoAnalysis.Backfilling;
using VideoAnalysis.Backlog;
using VideoAnalysis.Collecting;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Testing.Faults;

/// <summary>One process's way to the engine, the queues and the bucket: every call goes through the plan.</summary>
internal sealed class FaultyPorts(
    FaultPlan plan,
    ProcessLife life,
    IVideoAnalyzer analyzer,
    IAnalysisSource source,
    IBacklog backlog,
    IContinuation continuation,
    IVideoCatalog catalog) : IVideoAnalyzer, IAnalysisSource, IBacklog, IContinuation, IVideoCatalog
{
    public Task<string> StartAsync(StartRequest request, CancellationToken cancellationToken) =>
        CallAsync(() => analyzer.StartAsync(request, cancellationToken));

    public Task<AnalysisPage> GetPageAsync(
        Analysis analysis, string jobId, string? nextToken, CancellationToken cancellationToken) =>
        CallAsync(() => source.GetPageAsync(analysis, jobId, nextToken, cancellationToken));

    public Task AddAsync(BacklogEntry entry, TimeSpan delay, CancellationToken cancellationToken) =>
        CallAsync(() => backlog.AddAsync(entry, delay, cancellationToken));

    public Task ContinueAsync(Completion completion, CancellationToken cancellationToken) =>
        CallAsync(() => continuation.ContinueAsync(completion, cancellationToken));

    public Task<IReadOnlyList<Upload>> ListAsync(
        string prefix, string? startAfter, CancellationToken cancellationToken) =>
        CallAsync(() => catalog.ListAsync(prefix, startAfter, cancellationToken));

    private Task<T> CallAsync<T>(Func<Task<T>> call, [CallerMemberName] string name = "") =>
        plan.CallAsync(life, name, call);

    private Task<bool> CallAsync(Func<Task> call, [CallerMemberName] string name = "") =>
        plan.CallAsync(
            life,
            name,
            async () =>
            {
                await call();
                return true;
            });
}
