using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Tests.Api;

/// <summary>No answer outgrows Lambda's 6 MB, whatever the limit.</summary>
[Slow]
public sealed class SizeTests : IDisposable
{
    private const long MaxAnswer = 6 * 1024 * 1024;
    private static readonly string[] Types = [.. Enumerable.Range(0, 30).Select(i => $"landmarkNumber{i}")];
    private readonly ApiSystem _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("json", "identity")]
    [InlineData("json", "br")]
    [InlineData("csv", "identity")]
    [InlineData("ndjson", "identity")]
    [InlineData("vtt", "gzip")]
    [InlineData("vtt", "identity")]
    public async Task A_page_of_the_longest_detections_fits(string format, string encoding)
    {
        var random = new Random(1);
        await _api.AnalyseAsync([.. Enumerable.Range(0, 2_500).Select(i => Some.Face(i * 500L) with
        {
            Landmarks = [.. Types.Select(type => new Landmark(type, random.NextSingle(), random.NextSingle()))],
            Emotions = [.. Types.Take(9).Select(type => new Emotion(type, random.NextSingle()))],
        })]);

        var answer = await _api.GetAsync(
            "/results/film.mp4", $"limit={DetectionQuery.MaxLimit}&format={format}", ("accept-encoding", encoding));

        Assert.Equal(200, answer.Status);
        Assert.InRange(answer.Size, 1, MaxAnswer);
        Assert.NotNull(answer.NextQuery);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("vtt")]
    public async Task A_page_of_the_most_detections_fits(string format)
    {
        var random = new Random(1);
        await _api.AnalyseAsync(
            [.. Enumerable.Range(0, DetectionQuery.MaxLimit + 1).Select(i => Some.Face(3_600_000L * i) with
            {
                BoundingBox = new(random.NextSingle(), random.NextSingle(), random.NextSingle(), random.NextSingle()),
                Pose = new(random.NextSingle(), random.NextSingle(), random.NextSingle()),
            })]);

        var answer = await _api.GetAsync("/results/film.mp4", $"limit={DetectionQuery.MaxLimit}&format={format}");

        Assert.InRange(answer.Size, 1, MaxAnswer);
    }

    [Fact]
    public async Task A_table_of_the_longest_key_fits()
    {
        var key = new string('"', Video.MaxKeyBytes - 4) + ".mp4";
        await _api.AnalyseAsync(Some.Faces(3_000), key);

        var (size, rows) = (0L, 0);
        for (var query =
            $"limit={DetectionQuery.MaxLimit}&format=csv&video={Uri.EscapeDataString(key)}"; query is not null;)
        {
            var answer = await _api.GetAsync("/results/-", query);
            size = Math.Max(size, answer.Size);
            rows += answer.Text.Split("\r\n").Count(row => row.StartsWith("\"\"\"", StringComparison.Ordinal));
            query = answer.NextQuery;
        }

        Assert.InRange(size, 1, MaxAnswer);
        Assert.Equal(3_000, rows);
    }

    [Fact]
    public async Task A_page_of_the_longest_keys_fits()
    {
        for (var i = 0; i < VideoListQuery.MaxLimit; i++)
        {
            var key = $"{i:D4}".PadRight(Video.MaxKeyBytes - 4, '\u0001') + ".mp4";
            await _api.Domain.UploadAsync(Some.Upload(key, i));
        }

        var (size, count) = (0L, 0);
        for (var query = $"limit={VideoListQuery.MaxLimit}"; query is not null;)
        {
            var answer = await _api.GetAsync("/results", query);
            size = Math.Max(size, answer.Size);
            count += answer.Json.GetProperty("videos").GetArrayLength();
            query = answer.NextQuery;
        }

        Assert.InRange(size, 1, MaxAnswer);
        Assert.Equal(VideoListQuery.MaxLimit, count);
    }
}
