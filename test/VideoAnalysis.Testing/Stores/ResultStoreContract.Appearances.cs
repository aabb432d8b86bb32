using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using Xunit;
using static VideoAnalysis.Testing.Stores.StoredData;

namespace VideoAnalysis.Testing.Stores;

public abstract partial class ResultStoreContract
{
    private static JobTag AppearanceTag { get; } = new("faces", TokenOf("appearances"));

    [Fact]
    public async Task Appearances_are_read_in_the_order_of_their_sequence_numbers()
    {
        await SaveAppearancesAsync("film.mp4", AppearanceTag, 10, 2, 0);

        Assert.Equal([0, 2, 10], await AppearanceSequencesAsync("film.mp4", AppearanceTag));
    }

    [Fact]
    public async Task Appearances_are_read_as_they_were_written()
    {
        var chunk = new AppearanceChunk(7, 1_000, new byte[] { 1, 2, 3 });

        await Store.SaveAppearancesAsync("film.mp4", AppearanceTag, chunk, expiresAt: null, Token);

        var read = Assert.Single(await Store.ReadAppearancesAsync("film.mp4", AppearanceTag, Token).ToListAsync(Token));
        Assert.Equal((7, 1_000), (read.Sequence, read.Size));
        Assert.Equal(chunk.Body.ToArray(), read.Body.ToArray());
    }

    [Fact]
    public async Task Appearances_written_again_are_there_once()
    {
        await SaveAppearancesAsync("film.mp4", AppearanceTag, 3, 3);

        Assert.Equal([3], await AppearanceSequencesAsync("film.mp4", AppearanceTag));
    }

    [Fact]
    public async Task Appearances_of_another_key_analysis_or_token_are_not_read()
    {
        await SaveAppearancesAsync("film.mp4", AppearanceTag, 0);

        Assert.Empty(await AppearanceSequencesAsync("other.mp4", AppearanceTag));
        Assert.Empty(await AppearanceSequencesAsync("film.mp4", AppearanceTag with { Analysis = "face" }));
        Assert.Empty(await AppearanceSequencesAsync("film.mp4", new("faces", TokenOf("another"))));
    }

    [Fact]
    public async Task Expired_appearances_are_not_read()
    {
        await Store.SaveAppearancesAsync(
            "film.mp4", AppearanceTag, new(0, 1, new byte[] { 1 }), Start.AddMinutes(1), Token);
        Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Empty(await AppearanceSequencesAsync("film.mp4", AppearanceTag));
    }

    [Fact]
    public async Task The_appearances_of_a_job_go_with_its_chunks_and_no_others()
    {
        JobTag other = new("faces", TokenOf("another"));
        await SaveAppearancesAsync("film.mp4", AppearanceTag, 0, 1);
        await SaveAppearancesAsync("film.mp4", other, 0);

        await Store.DeleteChunksAsync("film.mp4", AppearanceTag, Token);

        Assert.Empty(await AppearanceSequencesAsync("film.mp4", AppearanceTag));
        Assert.Equal([0], await AppearanceSequencesAsync("film.mp4", other));
    }

    private async Task SaveAppearancesAsync(string key, JobTag tag, params int[] sequences)
    {
        foreach (var sequence in sequences)
        {
            await Store.SaveAppearancesAsync(key, tag, new(sequence, 1, new byte[] { 1 }), expiresAt: null, Token);
        }
    }

    private async Task<List<int>> AppearanceSequencesAsync(string key, JobTag tag) =>
        await Store.ReadAppearancesAsync(key, tag, Token).Select(chunk => chunk.Sequence).ToListAsync(Token);
}
