using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Analyses;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Testing.Faults;

/// <summary>
/// What is outside the processes, and outlives them: the store, the engine, the queues, the bucket, the clock.
/// </summary>
public sealed class Outside(IFaultStore store, FakeTimeProvider clock, AnalysisRegistry analyses)
{
    public AnalysisRegistry Analyses => analyses;

    public IFaultStore Store => store;

    public FakeTimeProvider Clock => clock;

    public FakeEngine Engine { get; } = new();

    public FakeBacklog Backlog { get; } = new();

    public FakeContinuation Continuation { get; } = new();

    public FakeCatalog Catalog { get; } = new();

    public FakeAnnouncements Announcements { get; } = new();
}
