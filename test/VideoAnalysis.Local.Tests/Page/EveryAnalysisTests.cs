using VideoAnalysis.Analyses.Segments;
using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.Testing;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>What is drawn over the picture of each analysis that is no box.</summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class EveryAnalysisTests(BrowserFixture browser) : IAsyncLifetime
{
    private const int TimeLimit = 300_000;

    // A line that rises to the right.
    private static readonly Point[] Corners = [new(0.2f, 0.5f), new(0.7f, 0.3f), new(0.72f, 0.4f), new(0.22f, 0.6f)];

    private readonly ScriptedEngine _engine = new()
    {
        Analyses = ["faces", "text", "segments"],
        Faces = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        Others = Find,
    };

    private StackUnderTest _stack = null!;

    public async ValueTask InitializeAsync() => _stack = await StackUnderTest.StartedAsync(_engine);

    public async ValueTask DisposeAsync()
    {
        await _stack.DisposeAsync();
        _engine.Dispose();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Text_is_outlined_as_it_is_turned_and_its_words_are_not()
    {
        await using var page = await OpenAsync("text");

        await Expect(page[".outline.drawn"]).ToHaveCountAsync(1);
        await Expect(page[".outline.drawn polygon"])
            .ToHaveAttributeAsync("points", "0.2,0.5 0.7,0.3 0.72,0.4 0.22,0.6");
        await Expect(page[".box:visible"]).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("outlined"));
        await Expect(page[".box:visible .box-label"]).ToContainTextAsync("Welcome home 97");
        await Expect(page[".lane-text"]).ToHaveTextAsync(["Welcome home"]);
        var (picture, outline) =
            ((await page["#overlay"].BoundingBoxAsync())!, (await page[".outline.drawn polygon"].BoundingBoxAsync())!);
        Assert.Equal(picture.X + (0.2 * picture.Width), outline.X, tolerance: 3);
        Assert.Equal(0.3 * picture.Height, outline.Height, tolerance: 6);
        await page.AssertAccessibleAsync();
        await page.PhotographAsync("30-text");

        await page[".analysis[data-name=faces]"].ClickAsync();

        await Expect(page[".box:visible"]).ToHaveCountAsync(1);
        await Expect(page[".outline.drawn"]).ToHaveCountAsync(0);
        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Segments_are_spans_and_nothing_is_drawn_over_the_picture()
    {
        await using var page = await OpenAsync("segments");

        await Expect(page["#seen-count"]).ToHaveTextAsync("3 appearances");
        await Expect(page[".lane-text"]).ToHaveTextAsync(["SHOT", "BlackFrames"]);
        await Expect(page[".box:visible, .outline.drawn"]).ToHaveCountAsync(0);
        await page["#show-detections"].ClickAsync();
        await Expect(page["#detections-count"]).ToHaveTextAsync("3 segments");
        await Expect(page["#rows"]).ToContainTextAsync("00:00:02:12");
        await page.PhotographAsync("31-segments");
        page.AssertClean();
    }

    private static IReadOnlyList<EngineFinding> Find(EngineRequest request, long timestamp) => request switch
    {
        TextRequest =>
            [new("text", Text(timestamp, "Welcome home", 0, null)), new("text", Text(timestamp, "Welcome", 1, 0))],
        SegmentRequest when timestamp == 4_500 =>
        [
            new("segments",
                Segment(50, 61, "00:00:02:00") with { Type = "TECHNICAL_CUE", TechnicalCue = "BlackFrames" }),
            new("segments", Segment(0, 61, "00:00:00:00") with { ShotIndex = 0 }),
            new("segments", Segment(62, 124, "00:00:02:12") with { ShotIndex = 1 }),
        ],
        _ => [],
    };

    private static TextDetection Text(long timestamp, string text, int id, int? parent) => new()
    {
        Timestamp = timestamp,
        Text = text,
        Type = parent is null ? "LINE" : "WORD",
        Id = id,
        ParentId = parent,
        Confidence = 97,
        BoundingBox = new(0.2f, 0.3f, 0.52f, 0.3f),
        Polygon = Corners,
    };

    private static SegmentDetection Segment(long first, long last, string timecode) => new()
    {
        Type = "SHOT",
        Timestamp = first * 40,
        EndTimestamp = last * 40,
        Confidence = 95,
        StartFrameNumber = first,
        EndFrameNumber = last,
        DurationFrames = last - first,
        StartTimecode = timecode,
    };

    private async Task<WatchedPage> OpenAsync(string analysis)
    {
        await _stack.PutAsync("film.mp4", await File.ReadAllBytesAsync(SampleVideos.FiveSeconds));
        var page = await browser.OpenAsync(_stack, "./?video=film.mp4#t=1");
        await Expect(page[".analysis"]).ToHaveCountAsync(3, new() { Timeout = 120_000 });
        await Expect(page[".analysis .badge.queued, .analysis .badge.in-progress"])
            .ToHaveCountAsync(0, new() { Timeout = 120_000 });
        await page[$".analysis[data-name={analysis}]"].ClickAsync();
        return page;
    }
}
