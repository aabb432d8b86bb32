using VideoAnalysis.Analyses;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Stores;

namespace VideoAnalysis.Tests.Stores;

/// <summary>What the domain's tests run on is held to the same contract as the real stores.</summary>
public sealed class InMemoryResultStoreTests : ResultStoreContract
{
    protected override Task<IResultStore> CreateStoreAsync(AnalysisRegistry analyses, TimeProvider time) =>
        Task.FromResult<IResultStore>(new InMemoryResultStore(time));

    protected override IResultStore Reopen(AnalysisRegistry analyses, TimeProvider time) => Store;
}
