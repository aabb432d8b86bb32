using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
using VideoAnalysis.Backlog;
using VideoAnalysis.Collecting;
using VideoAnalysis.Engine;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Testing.Faults;

/// <summary>One process's way to the engine, the queues and the bucket: every call goes through the gate.</summary>
internal sealed class GatedPorts(ICallGate gate, ProcessLife life, Outside outside)
    : IVideoAnalyzer, IAnalysisSource, IBacklog, IContinuation, IVideoCatalog, IAnnouncements
{
    public Task<string> StartAsync(StartRequest request, CancellationToken cancellationToken) =>
        CallAsync(() => outside.Engine.StartAsync(request, cancellationToken));

    public Task<AnalysisPage> GetPageAsync(
        Analysis analysis, string jobId, string? nextToken, CancellationToken cancellationToken) =>
        CallAsync(() => outside.Engine.GetPageAsync(analysis, jobId, nextToken, cancellationToken));

    public Task AddAsync(BacklogEntry entry, TimeSpan delay, CancellationToken cancellationToken) =>
        CallAsync(() => outside.Backlog.AddAsync(entry, delay, cancellationToken));

    public Task ContinueAsync(Completion completion, CancellationToken cancellationToken) =>
        CallAsync(() => outside.Continuation.ContinueAsync(completion, cancellationToken));

    public Task<IReadOnlyList<Upload>> ListAsync(
        string prefix, string? startAfter, CancellationToken cancellationToken) =>
        CallAsync(() => outside.Catalog.ListAsync(prefix, startAfter, cancellationToken));

    public Task<Upload?> FindAsync(string key, CancellationToken cancellationToken) =>
        CallAsync(() => outside.Catalog.FindAsync(key, cancellationToken));

    public Task SendAsync(Announcement announcement, CancellationToken cancellationToken) =>
        CallAsync(() => outside.Announcements.SendAsync(announcement, cancellationToken));

    private Task<T> CallAsync<T>(Func<Task<T>> call, [CallerMemberName] string name = "") =>
        gate.CallAsync(life, name, call);

    private Task<bool> CallAsync(Func<Task> call, [CallerMemberName] string name = "") =>
        gate.CallAsync(
            life,
            name,
            async () =>
            {
                await call();
                return true;
            });
}
