using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Api;

public sealed class CachingTests : IDisposable
{
    private readonly ApiSystem _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Who_has_a_finished_result_is_told_so_without_a_detection_being_read()
    {
        await _api.AnalyseAsync(Some.Faces(100));
        var tag = (await _api.GetAsync("/results/film.mp4")).Header("ETag")!;
        var calls = new List<string>();
        _api.Domain.Memory.BeforeCall = calls.Add;

        var again = await _api.GetAsync("/results/film.mp4", "", ("if-none-match", $"\"other\", W/{tag}"));

        Assert.Equal((304, tag, ""), (again.Status, again.Header("ETag"), again.Text));
        Assert.Equal("private, no-cache", again.Header("Cache-Control"));
        Assert.Equal("Accept, Accept-Encoding", again.Header("Vary"));
        Assert.Equal(["FindJobsAsync"], calls);
    }

    [Fact]
    public async Task Any_tag_will_do_for_a_star()
    {
        await _api.AnalyseAsync(Some.Faces(1));

        Assert.Equal(304, (await _api.GetAsync("/results/film.mp4", "", ("if-none-match", "*"))).Status);
    }

    [Fact]
    public async Task Every_query_format_and_coding_has_a_tag_of_its_own()
    {
        await _api.AnalyseAsync(Some.Faces(100));
        string[] queries = ["", "limit=10", "from=500", "to=9000", "minConfidence=50", "format=csv", "format=vtt"];

        var tags = new List<string?>();
        foreach (var query in queries)
        {
            tags.Add((await _api.GetAsync("/results/film.mp4", query)).Header("ETag"));
        }

        var page = await _api.GetAsync("/results/film.mp4", "limit=10");
        tags.Add((await _api.GetAsync("/results/film.mp4", page.NextQuery!)).Header("ETag"));
        tags.Add((await _api.GetAsync("/results/film.mp4", "", ("accept-encoding", "gzip"))).Header("ETag"));

        Assert.DoesNotContain(null, tags);
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Fact]
    public async Task A_tag_of_one_coding_is_good_for_another()
    {
        await _api.AnalyseAsync(Some.Faces(100));
        var tag = (await _api.GetAsync("/results/film.mp4", "", ("accept-encoding", "gzip"))).Header("ETag")!;

        Assert.Equal(304, (await _api.GetAsync("/results/film.mp4", "", ("if-none-match", tag))).Status);
    }

    [Fact]
    public async Task A_result_that_was_replaced_has_another_tag()
    {
        await _api.AnalyseAsync(Some.Faces(3));
        var tag = (await _api.GetAsync("/results/film.mp4")).Header("ETag")!;
        await _api.AnalyseAsync(Some.Faces(3), sequencer: 2);

        var again = await _api.GetAsync("/results/film.mp4", "", ("if-none-match", tag));

        Assert.Equal(200, again.Status);
        Assert.NotEqual(tag, again.Header("ETag"));
    }

    [Fact]
    public async Task What_still_changes_is_not_kept()
    {
        await _api.Domain.UploadAsync(Some.Upload());

        var video = await _api.GetAsync("/results/film.mp4", "", ("if-none-match", "*"));

        Assert.Equal((200, "no-store"), (video.Status, video.Header("Cache-Control")));
        Assert.Null(video.Header("ETag"));
        Assert.Equal("5", video.Header("Retry-After"));
    }

    [Fact]
    public async Task A_list_is_sent_again_only_when_it_has_changed()
    {
        await _api.Domain.UploadAsync(Some.Upload());
        var tag = (await _api.GetAsync("/results")).Header("ETag")!;
        var same = await _api.GetAsync("/results", "", ("if-none-match", tag));
        await _api.Domain.UploadAsync(Some.Upload("another.mp4"));

        var changed = await _api.GetAsync("/results", "", ("if-none-match", tag));

        Assert.Equal((304, tag, ""), (same.Status, same.Header("ETag"), same.Text));
        Assert.Equal(200, changed.Status);
        Assert.NotEqual(tag, changed.Header("ETag"));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("*", "br")]
    [InlineData("deflate", null)]
    [InlineData("identity", null)]
    [InlineData("gzip;q=0", null)]
    [InlineData("gzip;q=much", null)]
    [InlineData("", null)]
    public async Task An_answer_is_compressed_as_the_caller_likes_it(string accepted, string? coding)
    {
        await _api.AnalyseAsync(Some.Faces(100));
        var plain = await _api.GetAsync("/results/film.mp4");

        var answer = await _api.GetAsync("/results/film.mp4", "", ("Accept-Encoding", accepted));

        Assert.Equal(coding, answer.Header("Content-Encoding"));
        Assert.Equal(plain.Text, answer.Text);
        Assert.Equal(coding is not null, answer.Body.Length < plain.Body.Length / 2);
    }

    [Fact]
    public async Task What_is_small_is_not_compressed()
    {
        await _api.AnalyseAsync([]);

        Assert.Null((await _api.GetAsync("/results/film.mp4", "", ("accept-encoding", "gzip")))
            .Header("Content-Encoding"));
    }

    [Fact]
    public async Task Head_is_get_without_the_body()
    {
        await _api.AnalyseAsync(Some.Faces(3));
        var get = await _api.GetAsync("/results/film.mp4");

        var head = await _api.SendAsync("GetResults", ApiRequests.Create("HEAD", "/results/film.mp4", "", []));

        Assert.Equal((200, get.Header("ETag"), ""), (head.Status, head.Header("ETag"), head.Text));
    }
}
