using VideoAnalysis.Analyses;
using VideoAnalysis.Local.Results;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Stores;

namespace VideoAnalysis.Local.Tests.Results;

/// <summary>The contract of the stores, on SQLite.</summary>
public sealed class SqliteResultStoreTests : ResultStoreContract
{
    private readonly TemporaryFolder _temporary = new();
    private DataFolder? _folder;
    private LocalDatabase? _database;

    protected override Task<IResultStore> CreateStoreAsync(AnalysisRegistry analyses, TimeProvider time)
    {
        _folder = DataFolder.Open(_temporary.Path);
        _database = new LocalDatabase(_folder, [ResultsSchema.Part]);
        return Task.FromResult(Reopen(analyses, time));
    }

    protected override IResultStore Reopen(AnalysisRegistry analyses, TimeProvider time) =>
        new SqliteResultStore(_database!, analyses, time);

    public override ValueTask DisposeAsync()
    {
        _database?.Dispose();
        _folder?.Dispose();
        _temporary.Dispose();
        return base.DisposeAsync();
    }
}
