using System.Text.Json;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Appearances;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Stores;

namespace VideoAnalysis.Tests.Results;

public sealed class ResultReaderTests : IDisposable
{
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        var faces = Some.Faces(2_345);
        await AnalyseAsync("film.mp4", 1, faces);

        var read = await _system.ReadAllAsync(query: new() { Analysis = _system.Faces, Limit = 77 });

        Assert.Equal(faces.Select(face => face.Timestamp), read.Select(face => face.Timestamp));
    }

    [Fact]
    public async Task A_range_and_a_confidence_choose_detections()
    {
        var faces = Some.Faces(2_345);
        await AnalyseAsync("film.mp4", 1, faces);
        var query = new DetectionQuery { Analysis = _system.Faces, From = 100_250, To = 700_000, MinConfidence = 50 };

        var read = await _system.ReadAllAsync(query: query);

        Assert.Equal(
            faces.Where(face => face.Timestamp is >= 100_250 and <= 700_000 && face.Confidence >= 50)
                .Select(face => face.Timestamp),
            read.Select(face => face.Timestamp));
    }

    [Fact]
    public async Task A_page_ends_when_it_has_looked_at_enough_and_the_next_goes_on_there()
    {
        const int Chunks = (PageReader.MaxExamined / 1_000) + 5;
        var last = Some.Face(500, confidence: 100);
        var many = Packed.Chunk(_system.Faces, 0, Enumerable.Repeat(Some.Face(500), 1_000));
        await SaveChunksAsync([.. Enumerable.Repeat(many, Chunks), Packed.Chunk(_system.Faces, 0, [last])]);

        var pages = await PagesAsync(new() { Analysis = _system.Faces, MinConfidence = 100 });

        Assert.Equal([0, 1], pages.Select(page => page.Lines.Count));
        Assert.Equal([last], pages[^1].ReadDetections());
    }

    [Fact]
    public async Task A_page_ends_when_it_has_unpacked_enough_and_the_next_goes_on_there()
    {
        const int Chunks = PageReader.MaxChunks + 5;
        await SaveChunksAsync(
            [.. Enumerable.Repeat(Packed.Chunk(_system.Faces, 0, [Some.Face(500, 99), Some.Face(500, 1)]), Chunks)]);

        var pages = await PagesAsync(new() { Analysis = _system.Faces, MinConfidence = 50 });

        Assert.Equal([PageReader.MaxChunks, 5], pages.Select(page => page.Lines.Count));
    }

    [Fact]
    public async Task Only_chunks_in_which_something_is_wanted_are_unpacked()
    {
        await SaveChunksAsync(
            [.. Enumerable.Range(0, 10).Select(i => Packed.Chunk(_system.Faces, i, [Some.Face(500, confidence: i)]))]);
        var bodies = 0;
        _system.Memory.BeforeCall = call => bodies += call == nameof(IResultStore.ReadChunkBodiesAsync) ? 1 : 0;

        var page = Assert.Single(await PagesAsync(new() { Analysis = _system.Faces, MinConfidence = 8 }));

        Assert.Equal((2, 2), (page.Lines.Count, bodies));
    }

    [Fact]
    public async Task A_chunk_that_is_missing_from_a_result_is_no_shorter_result()
    {
        await SaveChunksAsync([.. Enumerable.Repeat(Packed.Chunk(_system.Faces, 0, [Some.Face(500)]), 3)]);
        _system.Memory.ForgetBody("film.mp4", (await _system.JobAsync())!.Tag, sequence: 1);

        var error = await Assert.ThrowsAsync<InvalidDataException>(
            () => PagesAsync(new() { Analysis = _system.Faces }));

        Assert.Contains("film.mp4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_swept_away_while_it_is_read_is_read_anew()
    {
        await AnalyseAsync("film.mp4", 1, Some.Faces(10));
        var old = (await _system.JobAsync())!.Tag;
        var isFirst = true;
        _system.Memory.BeforeCall = call =>
        {
            if (call == nameof(IResultStore.ReadChunkBodiesAsync) && isFirst)
            {
                isFirst = false;
                AnalyseAsync("film.mp4", 2, Some.Faces(20)).GetAwaiter().GetResult();
                _system.Store.DeleteChunksAsync("film.mp4", old, CancellationToken.None).GetAwaiter().GetResult();
            }
        };

        Assert.Equal(20, Assert.Single(await PagesAsync(new() { Analysis = _system.Faces })).Lines.Count);
    }

    [Fact]
    public async Task A_page_token_of_a_replaced_result_is_refused()
    {
        await AnalyseAsync("film.mp4", 1, Some.Faces(100));
        var query = new DetectionQuery { Analysis = _system.Faces, Limit = 10 };
        var first = await _system.Reader.ReadAsync("film.mp4", query, TestContext.Current.CancellationToken);
        await AnalyseAsync("film.mp4", 2, Some.Faces(100));

        await Assert.ThrowsAsync<StalePositionException>(() => _system.Reader.ReadAsync(
            "film.mp4", query with { Position = first?.Next }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_page_token_is_read_back()
    {
        var position = DetectionPosition.In(ClientRequestToken.For(Some.Upload(), _system.Faces), 12, 34, 5_600);

        Assert.Equal(position, DetectionPosition.TryParse(position.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("bm90IGEgdG9rZW4")]
    public void What_is_no_page_token_is_refused(string text)
    {
        Assert.Null(DetectionPosition.TryParse(text));
        Assert.Null(ListPosition.TryParse(text));
    }

    [Fact]
    public async Task The_list_runs_from_the_newest_to_the_oldest_page_by_page()
    {
        for (var i = 1; i <= 7; i++)
        {
            await _system.UploadAsync(Some.Upload($"{i}.mp4", sequencer: i));
        }

        var keys = new List<string>();
        var query = new VideoListQuery { Limit = 3 };
        VideoListPage page;
        do
        {
            page = await _system.Reader.ListAsync(query, TestContext.Current.CancellationToken);
            keys.AddRange(page.Videos.Select(video => video.Upload.Video.Key));
            query = query with { Position = page.Next };
        }
        while (page.Next is not null);

        Assert.Equal(["7.mp4", "6.mp4", "5.mp4", "4.mp4", "3.mp4", "2.mp4", "1.mp4"], keys);
    }

    [Fact]
    public async Task The_list_can_be_of_keys_that_begin_alike()
    {
        await _system.UploadAsync(Some.Upload("holiday/1.mp4", 1));
        await _system.UploadAsync(Some.Upload("holiday.mp4", 2));

        var page = await _system.Reader.ListAsync(new() { Prefix = "holiday/" }, TestContext.Current.CancellationToken);

        Assert.Equal("holiday/1.mp4", Assert.Single(page.Videos).Upload.Video.Key);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_page_of_the_list_is_not_too_large_to_be_answered_however_many_subjects_its_videos_have()
    {
        var subjects = Enumerable.Range(0, AppearanceSummary.Shown)
            .Select(i => new ProminentSubject(new($"{i}{new string('\u0001', 2_000)}"), i, 0, 1, 500));
        for (var i = 1; i <= 40; i++)
        {
            var key = $"{i}.mp4";
            await AnalyseAsync(key, i, []);
            var job = (await _system.JobAsync(key))!;
            var summary = job.Summary! with { Appearances = new() { Count = 10, MostProminent = [.. subjects] } };
            await _system.Store.TrySaveJobAsync(job with { Summary = summary }, TestContext.Current.CancellationToken);
        }

        var page = await _system.Reader.ListAsync(new() { Limit = 40 }, TestContext.Current.CancellationToken);

        var bytes = page.Videos.Sum(video => JsonSerializer.SerializeToUtf8Bytes(
            video.Jobs[0].Summary!, video.Jobs[0].Summary!.GetType()).Length);
        Assert.InRange(bytes, 2_000_000, ResultReader.MaxPageBytes);
        Assert.NotNull(page.Next);
    }

    [Fact]
    public async Task The_list_can_be_of_one_status()
    {
        await AnalyseAsync("done.mp4", 1, Some.Faces(1));
        await _system.UploadAsync(Some.Upload("running.mp4", 2));

        var page = await _system.Reader.ListAsync(
            new() { Status = JobStatus.Succeeded }, TestContext.Current.CancellationToken);

        Assert.Equal("done.mp4", Assert.Single(page.Videos).Upload.Video.Key);
        Assert.Null(page.Next);
    }

    private async Task AnalyseAsync(string key, int sequencer, IReadOnlyList<FaceDetection> faces)
    {
        await _system.UploadAsync(Some.Upload(key, sequencer));
        var jobId = _system.Engine.Running[^1];
        _system.Engine.Succeed(jobId, faces);
        await _system.CompleteAsync(jobId);
    }

    /// <summary>A result of these chunks, whatever their own sequence numbers.</summary>
    private async Task SaveChunksAsync(IReadOnlyList<DetectionChunk> chunks)
    {
        await AnalyseAsync("film.mp4", 1, []);
        var tag = (await _system.JobAsync())!.Tag;
        foreach (var (i, chunk) in chunks.Index())
        {
            await _system.Store.SaveChunkAsync(
                "film.mp4", tag, chunk with { Head = chunk.Head with { Sequence = i } }, null,
                TestContext.Current.CancellationToken);
        }
    }

    private async Task<List<VideoResult>> PagesAsync(DetectionQuery query)
    {
        var pages = new List<VideoResult>();
        do
        {
            pages.Add((await _system.Reader.ReadAsync("film.mp4", query, TestContext.Current.CancellationToken))!);
            query = query with { Position = pages[^1].Next };
        }
        while (query.Position is not null);

        return pages;
    }
}
