using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Local.Results;
using VideoAnalysis.LocalAws.Storage;
using static VideoAnalysis.Testing.Stores.StoredData;

namespace VideoAnalysis.Local.Tests.Results;

public sealed class ExpiredRowsTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _temporary = new();
    private readonly DataFolder _folder;
    private readonly LocalDatabase _database;
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly AnalysisRegistry _analyses = new(new FaceAnalysis(FaceAttributes.Default));

    public ExpiredRowsTests()
    {
        _folder = DataFolder.Open(_temporary.Path);
        _database = new LocalDatabase(_folder, [ResultsSchema.Part]);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_expired_leaves_the_file_and_the_rest_stays()
    {
        var store = new SqliteResultStore(_database, _analyses, _clock);
        await store.TrySaveJobAsync(Job("expires.mp4") with { ExpiresAt = Start.AddHours(1) }, Token);
        await store.SaveChunkAsync("expires.mp4", Tag(), Chunk(0), Start.AddHours(1), Token);
        await store.TrySaveJobAsync(Job("stays.mp4"), Token);
        await store.SaveChunkAsync("stays.mp4", Tag(), Chunk(0), Start.AddHours(3), Token);

        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal((2, 2), await RowsAsync());
        await store.TrySaveJobAsync(Job("new.mp4"), Token);

        Assert.Equal((2, 1), await RowsAsync());
        Assert.NotNull(await store.FindJobAsync("stays.mp4", "faces", Token));
    }

    [Fact]
    public async Task What_expired_while_nothing_ran_leaves_the_file_at_the_next_start()
    {
        var before = new SqliteResultStore(_database, _analyses, _clock);
        await before.TrySaveJobAsync(Job("expires.mp4") with { ExpiresAt = Start.AddMinutes(1) }, Token);
        _clock.Advance(TimeSpan.FromMinutes(1));

        var after = new SqliteResultStore(_database, _analyses, _clock);
        await after.TrySaveJobAsync(Job("new.mp4"), Token);

        Assert.Equal((1, 0), await RowsAsync());
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
        _temporary.Dispose();
    }

    private async Task<(int Jobs, int Chunks)> RowsAsync() =>
        (await CountAsync("SELECT count(*) FROM result_job"), await CountAsync("SELECT count(*) FROM result_chunk"));

    private Task<int> CountAsync(string query) => _database.ReadAsync(
        connection =>
        {
            using var command = connection.Command(query);
            return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        },
        Token);
}
