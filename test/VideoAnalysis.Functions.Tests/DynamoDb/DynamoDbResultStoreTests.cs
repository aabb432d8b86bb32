using VideoAnalysis.Analyses;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.DynamoDb;
using VideoAnalysis.Testing.Stores;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Functions.Tests.DynamoDb;

/// <summary>The contract of the stores, on Amazon's DynamoDB Local.</summary>
[Slow]
public sealed class DynamoDbResultStoreTests(DynamoDbLocal server) : ResultStoreContract
{
    private TestTable? _table;

    /// <summary>Each of them is some requests to another process.</summary>
    protected override int QueryCount => 250;

    protected override async Task<IResultStore> CreateStoreAsync(AnalysisRegistry analyses, TimeProvider time)
    {
        _table = await TestTable.CreateAsync(server, Token);
        return Reopen(analyses, time);
    }

    protected override IResultStore Reopen(AnalysisRegistry analyses, TimeProvider time) =>
        _table!.NewStore(time, analyses);

    public override ValueTask DisposeAsync()
    {
        _table?.Dispose();
        return base.DisposeAsync();
    }
}
