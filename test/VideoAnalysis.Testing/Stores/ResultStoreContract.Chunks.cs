using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using Xunit;
using static VideoAnalysis.Testing.Stores.StoredData;

namespace VideoAnalysis.Testing.Stores;

public abstract partial class ResultStoreContract
{
    private const string Film = "film.mp4";

    [Fact]
    public async Task Chunks_come_back_as_they_were_saved_and_in_order()
    {
        DetectionChunk[] chunks = [Chunk(0, 0, 500), Chunk(1, 500, 99_999), Chunk(2, 100_000, 21_600_000)];
        await SaveChunksAsync(Film, Tag(), chunks.Reverse());

        var read = await ReadChunksAsync(new(Film, Tag()));

        Assert.Equal(3, read.Count);
        Assert.All(chunks.Zip(read), pair => AssertSame(pair.First, pair.Second));
    }

    [Fact]
    public async Task A_job_without_chunks_has_none() =>
        Assert.Empty(await ReadSequencesAsync(new(Film, Tag())));

    [Fact]
    public async Task A_chunk_that_is_saved_again_is_there_once()
    {
        await SaveChunksAsync(Film, Tag(), Chunk(0, 0, 10), Chunk(1, 10, 20));
        await SaveChunksAsync(Film, Tag(), Chunk(0, 0, 10), Chunk(1, 10, 20));

        Assert.Equal([0, 1], await ReadSequencesAsync(new(Film, Tag())));
    }

    /// <summary>
    /// Chunk 0 is of 0 to 1000, 1 of 1000 to 1000, 2 of 1000 to 1000, 3 of 1000 to 2000, 4 of 2500 to 4000,
    /// 5 of 4000 to 4000.
    /// </summary>
    [Theory]
    [InlineData(0, long.MaxValue, new[] { 0, 1, 2, 3, 4, 5 })]
    [InlineData(0, 0, new[] { 0 })]
    [InlineData(0, 999, new[] { 0 })]
    [InlineData(0, 1000, new[] { 0, 1, 2, 3 })]
    [InlineData(500, 600, new[] { 0 })]
    [InlineData(999, 1000, new[] { 0, 1, 2, 3 })]
    [InlineData(1000, 1000, new[] { 0, 1, 2, 3 })]
    [InlineData(1001, 1001, new[] { 3 })]
    [InlineData(1001, long.MaxValue, new[] { 3, 4, 5 })]
    [InlineData(2000, 2000, new[] { 3 })]
    [InlineData(2001, 2499, new int[0])]
    [InlineData(2001, 2500, new[] { 4 })]
    [InlineData(2500, 3999, new[] { 4 })]
    [InlineData(3000, long.MaxValue, new[] { 4, 5 })]
    [InlineData(4000, 4000, new[] { 4, 5 })]
    [InlineData(4001, long.MaxValue, new int[0])]
    [InlineData(long.MaxValue, long.MaxValue, new int[0])]
    [InlineData(700, 600, new int[0])]
    public async Task A_range_has_the_chunks_that_reach_into_it(long from, long to, int[] expected)
    {
        await SaveChunksAsync(
            Film,
            Tag(),
            Chunk(0, 0, 1000), Chunk(1, 1000), Chunk(2, 1000), Chunk(3, 1000, 2000), Chunk(4, 2500, 4000),
            Chunk(5, 4000));

        Assert.Equal(expected, await ReadSequencesAsync(new(Film, Tag(), from, to)));
    }

    [Theory]
    [InlineData(0, 0, new[] { 0, 1, 2, 3 })]
    [InlineData(0, 2, new[] { 2, 3 })]
    [InlineData(15, 1, new[] { 1, 2, 3 })]
    [InlineData(15, 2, new[] { 2, 3 })]
    [InlineData(25, 1, new[] { 2, 3 })]
    [InlineData(0, 4, new int[0])]
    public async Task A_range_begins_no_earlier_than_its_first_sequence(long from, int first, int[] expected)
    {
        await SaveChunksAsync(Film, Tag(), Chunk(0, 0, 10), Chunk(1, 10, 20), Chunk(2, 20, 30), Chunk(3, 30, 40));

        Assert.Equal(expected, await ReadSequencesAsync(new(Film, Tag(), from, FirstSequence: first)));
    }

    [Fact]
    public async Task A_moment_with_a_hundred_chunks_is_read_whole()
    {
        await SaveChunksAsync(Film, Tag(), Chunk(0, 0, 500));
        await SaveChunksAsync(Film, Tag(), Enumerable.Range(1, 100).Select(i => Chunk(i, 500)));
        await SaveChunksAsync(Film, Tag(), Chunk(101, 500, 600), Chunk(102, 600));

        Assert.Equal(Enumerable.Range(0, 102), await ReadSequencesAsync(new(Film, Tag(), 500, 500)));
        Assert.Equal([101, 102], await ReadSequencesAsync(new(Film, Tag(), 501)));
    }

    [Fact]
    public async Task Chunks_are_of_one_job_only()
    {
        await SaveNeighboursAsync();
        await SaveChunksAsync(Film, Tag(), Chunk(7, 700));

        Assert.Equal([7], await ReadSequencesAsync(new(Film, Tag())));
        Assert.Equal([7], await ReadSequencesAsync(new(Film, Tag(), From: 750, To: 750) { From = 700 }));
        await AssertNeighboursAsync();
    }

    [Fact]
    public async Task Deleting_a_jobs_chunks_deletes_all_of_them_and_no_others()
    {
        await SaveNeighboursAsync();
        await SaveChunksAsync(Film, Tag(), Enumerable.Range(0, 60).Select(i => Chunk(i, i * 100)));
        var job = await SaveAsync(Job(Film));

        await Store.DeleteChunksAsync(Film, Tag(), Token);

        Assert.Empty(await ReadSequencesAsync(new(Film, Tag())));
        Assert.All(await ReadBodiesAsync(Film, Tag(), Enumerable.Range(0, 60)), body => Assert.Null(body));
        await AssertNeighboursAsync();
        AssertSame(job, await FindAsync(Film));
    }

    [Fact]
    public async Task Deleting_again_does_no_harm()
    {
        await SaveChunksAsync(Film, Tag(), Chunk(0));
        await Store.DeleteChunksAsync(Film, Tag(), Token);
        await Store.DeleteChunksAsync(Film, Tag(), Token);

        Assert.Empty(await ReadSequencesAsync(new(Film, Tag())));
    }

    [Fact]
    public async Task An_expired_chunk_is_not_read()
    {
        await Store.SaveChunkAsync(Film, Tag(), Chunk(0, 0, 500), Start.AddHours(1), Token);
        await Store.SaveChunkAsync(Film, Tag(), Chunk(1, 500, 900), Start.AddHours(2), Token);
        await Store.SaveChunkAsync(Film, Tag(), Chunk(2, 900), null, Token);
        Assert.Equal([0, 1, 2], await ReadSequencesAsync(new(Film, Tag())));

        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal([1, 2], await ReadSequencesAsync(new(Film, Tag())));
        Assert.Equal([1, 2], await ReadSequencesAsync(new(Film, Tag(), From: 500)));
        Assert.Equal([false, true, true], (await ReadBodiesAsync(Film, Tag(), 0, 1, 2))
            .Select(body => body is not null));
    }

    [Fact]
    public async Task Bodies_come_in_the_order_asked_for_and_one_that_is_not_there_is_null()
    {
        await SaveNeighboursAsync();
        await SaveChunksAsync(Film, Tag(), Enumerable.Range(0, 40).Select(i => Chunk(i, i * 100, size: 1_000)));

        int[] wanted = [30, 2, 77, 39, .. Enumerable.Range(5, 20)];
        var bodies = await ReadBodiesAsync(Film, Tag(), wanted);

        Assert.Equal(
            wanted.Select(i => i == 77 ? null : Convert.ToHexString(Chunk(i, size: 1_000).Body.Span)),
            bodies.Select(body => body is null ? null : Convert.ToHexString(body)));
    }

    [Fact]
    public async Task Chunks_that_promise_no_order_of_time_are_all_of_every_range()
    {
        await SaveChunksAsync(Film, Tag(), Enumerable.Range(0, 12).Select(i => Chunk(i, 0, long.MaxValue)));

        Assert.Equal(Enumerable.Range(0, 12), await ReadSequencesAsync(new(Film, Tag())));
        Assert.Equal(Enumerable.Range(5, 7), await ReadSequencesAsync(new(Film, Tag(), FirstSequence: 5)));
        Assert.Equal(long.MaxValue, (await ReadChunksAsync(new(Film, Tag())))[^1].Head.To);
    }

    [Fact]
    public async Task Chunks_of_the_full_size_are_read_past_the_database_s_page()
    {
        // 3.5 MB, where a query of DynamoDB ends at 1 MB.
        var chunks = Enumerable.Range(0, 35).Select(i => Chunk(i, i * 1000, (i * 1000) + 999, 100 * 1024)).ToList();
        await SaveChunksAsync(Film, Tag(), chunks);

        var read = await ReadChunksAsync(new(Film, Tag(), From: 1500));

        Assert.Equal(34, read.Count);
        Assert.All(chunks.Skip(1).Zip(read), pair => AssertSame(pair.First, pair.Second));

        await Store.DeleteChunksAsync(Film, Tag(), Token);
        Assert.Empty(await ReadSequencesAsync(new(Film, Tag())));
    }

    private static readonly (string Key, JobTag Tag)[] Neighbours =
    [
        (Film, Tag("an older upload of the film")),
        (Film, Tag("yet another upload")),
        (Film, Tag(analysis: "face")),
        ("film.mp", Tag()),
        ("film.mp4#", Tag()),
        ("Film.mp4", Tag()),
    ];

    private async Task SaveNeighboursAsync()
    {
        foreach (var (key, tag) in Neighbours)
        {
            await SaveChunksAsync(key, tag, Chunk(0, 0, 10), Chunk(1, 10, 20));
        }
    }

    private async Task AssertNeighboursAsync()
    {
        foreach (var (key, tag) in Neighbours)
        {
            Assert.Equal([0, 1], await ReadSequencesAsync(new(key, tag)));
        }
    }
}
