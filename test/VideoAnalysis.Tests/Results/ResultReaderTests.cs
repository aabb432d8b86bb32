using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;

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
            faces.Where(face => face.Timestamp is >= 100_250 and <= 700_000 && face.Confidence >= 50).Select(face => face.Timestamp),
            read.Select(face => face.Timestamp));
    }

    [Fact]
    public async Task A_page_ends_when_it_has_looked_at_enough_and_the_next_goes_on_there()
    {
        const int Faces = ResultReader.MaxDetectionsExamined + 5_000;
        var last = Some.Face(Faces * 500L, confidence: 100);
        await AnalyseAsync("film.mp4", 1, [.. Enumerable.Range(0, Faces).Select(i => Some.Face(i * 500L)), last]);
        var query = new DetectionQuery { Analysis = _system.Faces, MinConfidence = 100 };

        var first = await _system.Reader.ReadAsync("film.mp4", query, TestContext.Current.CancellationToken);

        Assert.Empty(first!.Detections);
        var second = await _system.Reader.ReadAsync(
            "film.mp4", query with { Position = first.Next }, TestContext.Current.CancellationToken);
        Assert.Equal([last], second!.Detections);
        Assert.Null(second.Next);
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
}
