using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Functions.DynamoDb;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.DynamoDb;
using static VideoAnalysis.Testing.Stores.StoredData;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Functions.Tests.DynamoDb;

/// <summary>How the store asks: what it costs, and what it makes of partial answers.</summary>
[Slow]
public sealed class CallTests(DynamoDbLocal server) : IAsyncLifetime
{
    private const string Film = "film.mp4";

    private TestTable? _table;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private RecordingClient Client => Table.Client;

    private TestTable Table => _table ?? throw new InvalidOperationException("The test has not begun.");

    public async ValueTask InitializeAsync() => _table = await TestTable.CreateAsync(server, Token);

    public ValueTask DisposeAsync()
    {
        _table?.Dispose();
        return default;
    }

    [Fact]
    public async Task A_day_is_marked_once_a_process_and_before_its_first_job()
    {
        var store = Table.NewStore();
        var job = await store.TrySaveJobAsync(Job(), Token);
        await store.TrySaveJobAsync(job! with { Status = JobStatus.InProgress }, Token);
        await store.TrySaveJobAsync(Job("other.mp4"), Token);

        Assert.Equal(
            ["days day#2026-03-01", "film.mp4 job#faces", "film.mp4 job#faces", "other.mp4 job#faces"],
            Client.Puts.Select(put => $"{put.Item["pk"].S} {put.Item["sk"].S}"));
    }

    [Fact]
    public async Task Jobs_and_chunks_are_read_strongly_consistent()
    {
        var store = Table.NewStore();
        await SaveChunksAsync(store, 3);
        await store.FindJobAsync(Film, "faces", Token);
        await store.ReadChunkHeadsAsync(new(Film, Tag(), From: 150), Token).ToListAsync(Token);
        await store.ReadChunkBodiesAsync(Film, Tag(), [0, 1, 2], Token).ToListAsync(Token);

        Assert.Equal(4, Client.Gets.Count);
        Assert.All(Client.Gets, get => Assert.True(get.ConsistentRead));
        Assert.NotEmpty(Client.Queries);
        Assert.All(Client.Queries, query => Assert.True(query.Request.ConsistentRead));
    }

    [Fact]
    public async Task A_reader_of_one_head_makes_one_small_query()
    {
        var store = Table.NewStore();
        await SaveChunksAsync(store, 50);

        await store.ReadChunkHeadsAsync(new(Film, Tag()), Token).FirstAsync(Token);

        var (_, answer) = Assert.Single(Client.Queries);
        Assert.InRange(answer.Items.Count, 1, 8);
    }

    [Fact]
    public async Task Going_on_with_a_whole_chunk_reads_no_chunk_before_it()
    {
        var store = Table.NewStore();
        await SaveChunksAsync(store, 50);

        var head = await store.ReadChunkHeadsAsync(new(Film, Tag(), From: 3000, FirstSequence: 30), Token)
            .FirstAsync(Token);

        Assert.Equal(30, head.Sequence);
        var (_, answer) = Assert.Single(Client.Queries);
        Assert.InRange(answer.Items.Count, 1, 8);
    }

    [Fact]
    public async Task Heads_are_read_without_their_bodies()
    {
        var store = Table.NewStore();
        await store.SaveChunkAsync(Film, Tag(), Chunk(0, size: 100_000), null, Token);

        await store.ReadChunkHeadsAsync(new(Film, Tag()), Token).ToListAsync(Token);

        Assert.Empty(Client.Gets);
        var (_, answer) = Assert.Single(Client.Queries);
        Assert.InRange(Assert.Single(answer.Items)["data"].B.Length, 1, 10_000);
    }

    [Fact]
    public async Task A_deletion_reads_keys_only_and_nothing_of_other_jobs()
    {
        var store = Table.NewStore();
        await SaveChunksAsync(store, 30);
        await store.SaveChunkAsync(Film, Tag("another upload"), Chunk(0), null, Token);

        await store.DeleteChunksAsync(Film, Tag(), Token);

        var items = Client.Queries.SelectMany(query => query.Answer.Items ?? []).ToList();
        Assert.Equal(60, items.Count);
        Assert.All(items, item => Assert.Equal(["pk", "sk"], item.Keys.Order()));
        Assert.Equal([25, 25, 10], Client.Batches.Select(batch => batch.RequestItems[Table.Name].Count));
    }

    [Fact]
    public async Task What_a_batch_left_undone_is_repeated_after_a_while()
    {
        var clock = new FakeTimeProvider();
        var store = Table.NewStore(clock);
        await SaveChunksAsync(store, 10);
        Client.BatchCapacity = call => call switch { 1 => 0, 2 => 15, _ => null };

        var deletion = store.DeleteChunksAsync(Film, Tag(), Token);
        await AdvanceUntilDoneAsync(clock, deletion);

        Assert.Equal([20, 20, 5], Client.Batches.Select(batch => batch.RequestItems[Table.Name].Count));
        Assert.Empty(await store.ReadChunkHeadsAsync(new(Film, Tag()), Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_batch_that_never_gets_anywhere_is_given_up()
    {
        var clock = new FakeTimeProvider();
        var store = Table.NewStore(clock);
        await SaveChunksAsync(store, 3);
        Client.BatchCapacity = _ => 0;

        var deletion = store.DeleteChunksAsync(Film, Tag(), Token);

        await Assert.ThrowsAsync<IOException>(() => AdvanceUntilDoneAsync(clock, deletion));
        Assert.Equal(8, Client.Batches.Count);
    }

    private static async Task SaveChunksAsync(DynamoDbResultStore store, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await store.SaveChunkAsync(Film, Tag(), Chunk(i, i * 100, (i * 100) + 99), null, Token);
        }
    }

    private static async Task AdvanceUntilDoneAsync(FakeTimeProvider clock, Task task)
    {
        while (!task.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token));
        }

        await task;
    }
}
