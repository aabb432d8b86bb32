using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Local.Tests.Weather;
using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.Testing;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>A video that has two analyses, of which one is made up: the page knows nothing of it.</summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class SeveralAnalysesTests(BrowserFixture browser) : IAsyncLifetime
{
    private const int TimeLimit = 300_000;

    private readonly ScriptedEngine _engine = LocalWeather.Engine();
    private StackUnderTest _stack = null!;

    public async ValueTask InitializeAsync() => _stack = await StackUnderTest.StartedAsync(_engine, LocalWeather.AddTo);

    public async ValueTask DisposeAsync()
    {
        await _stack.DisposeAsync();
        _engine.Dispose();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Two_analyses_are_compared_at_a_moment_and_each_shows_what_is_seen_from_when_to_when()
    {
        await using var page = await OpenAsync();
        await Expect(page[".appearance"]).ToHaveCountAsync(3);
        await page[".appearance-go"].Nth(1).ClickAsync();
        await Expect(page["#now"]).ToHaveTextAsync("0:00.5");
        await page.PhotographAsync("20-faces");

        await page[".analysis[data-name=weather]"].ClickAsync();

        // The moment stays: who was there, and how the weather was.
        await Expect(page["#now"]).ToHaveTextAsync("0:00.5");
        await Expect(page[".appearance[aria-current] .appearance-name"].First).ToHaveTextAsync("rain");

        await Expect(page["#seen-count"]).ToHaveTextAsync("12 appearances");
        await Expect(page[".lane-text"]).ToHaveTextAsync(["rain", "Sonne & \"Wind\"", "雪"]);
        await Expect(page[".appearance-name"].First).ToHaveTextAsync("rain");
        await Expect(page[".appearance-time"].First).ToHaveTextAsync("0:00.0 – 0:02.0");
        await page.AssertLooksAsync("21-weather");
        await page["#show-detections"].ClickAsync();
        await Expect(page["#detections-count"]).ToHaveTextAsync("12 detections");
        await Expect(page["#rows tr[data-time]"]).ToHaveCountAsync(12);
        await Expect(page["#rows tr[data-time] .what"].First).ToHaveTextAsync("rain");
        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_click_on_a_lane_or_an_appearance_goes_there_and_its_detections_are_a_click_away()
    {
        await using var page = await OpenAsync();
        var second = page[".appearance"].Nth(1);

        await second.Locator(".appearance-go").ClickAsync();
        await Expect(page["#now"]).ToHaveTextAsync("0:00.5");
        await Expect(second).ToHaveAttributeAsync("aria-current", "time");
        await Expect(page["#copy-link"]).ToHaveTextAsync("Copy link to this appearance");
        Assert.EndsWith("#t=0.5&appearance=1", page.Tab.Url, StringComparison.Ordinal);
        var track = (await page[".lane-track"].First.BoundingBoxAsync())!;
        await page.Tab.Mouse.ClickAsync(track.X + (track.Width * 0.25f), track.Y + (track.Height / 2));
        await Expect(page["#now"]).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^0:01\.[456]$"));

        await second.Locator(".appearance-open").ClickAsync();

        await Expect(page["#detections-count"]).ToHaveTextAsync("2 faces");
        await Expect(page["#rows tr[data-time]"]).ToHaveCountAsync(2);
        await page["#all-detections"].ClickAsync();
        await Expect(page["#detections-count"]).ToHaveTextAsync("8 faces");
        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task The_time_axis_zooms_and_the_moment_stays_in_sight()
    {
        await using var page = await OpenAsync();
        await Expect(page[".lane"]).ToHaveCountAsync(3);
        await page[".appearance-go"].Nth(1).ClickAsync();
        await Expect(page["#now"]).ToHaveTextAsync("0:00.5");
        var before = (await page[".lane-track"].First.BoundingBoxAsync())!;

        await page["#zoom-in"].ClickAsync();
        await page["#zoom-in"].ClickAsync();

        var after = (await page[".lane-track"].First.BoundingBoxAsync())!;
        Assert.Equal(4 * before.Width, after.Width, tolerance: 4);
        Assert.Equal(after.Width, (await page["#timeline"].BoundingBoxAsync())!.Width, tolerance: 2);
        await page["#timeline"].FocusAsync();
        await page.Tab.Keyboard.PressAsync("End");
        await Expect(page["#playhead"]).ToBeInViewportAsync();
        await Expect(page[".lane-text"].First).ToBeInViewportAsync();
        await page.PhotographAsync("26-zoomed");
        await page.AssertAccessibleAsync();
        await page["#zoom-out"].ClickAsync();
        await page["#zoom-out"].ClickAsync();
        Assert.Equal(before.Width, (await page[".lane-track"].First.BoundingBoxAsync())!.Width, tolerance: 2);
        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_link_leads_to_an_appearance_of_an_analysis()
    {
        await using var page = await OpenAsync(fragment: "#t=1.5&analysis=weather&appearance=1");

        await Expect(page[".analysis[data-name=weather]"]).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page[".appearance.linked"]).ToHaveAttributeAsync("data-id", "1");
        await Expect(page[".appearance.linked"]).ToBeInViewportAsync();
        await Expect(page["#now"]).ToHaveTextAsync("0:01.5");
        await page.Tab.Keyboard.PressAsync("End");
        await page["#timeline"].PressAsync("End");
        await Expect(page["#copy-link"]).ToHaveTextAsync("Copy link to this moment");
        Assert.EndsWith("&analysis=weather", page.Tab.Url, StringComparison.Ordinal);
        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task What_was_found_can_be_saved_whole_and_asked_for_in_a_shell()
    {
        await using var page = await OpenAsync();
        await page[".analysis[data-name=weather]"].ClickAsync();
        await Expect(page["#seen-count"]).ToHaveTextAsync("12 appearances");

        // So that it comes in pages.
        await page.Tab.RouteAsync("**/appearances/-?*limit=10000*", route =>
            route.ContinueAsync(
                new() { Url = route.Request.Url.Replace("limit=10000", "limit=5", StringComparison.Ordinal) }));
        await page["#export summary"].ClickAsync();
        await page.PhotographAsync("25-export");
        await AssertSavedAsync(page, "CSV", "film.mp4.weather.appearances.csv", "video,id,subject,");
        await AssertSavedAsync(page, "JSON Lines", "film.mp4.weather.appearances.ndjson", "{\"id\":0,");
        await AssertSavedAsync(page, "WebVTT", "film.mp4.weather.appearances.vtt", "WEBVTT");

        await page["#exports button"].GetByText("Copy as curl").ClickAsync();
        await page["#exports button"].GetByText("CSV").First.ClickAsync();

        var query = "video=film.mp4&analysis=weather&format=csv&limit=10000";
        await Expect(page[".curl"]).ToContainTextAsync($"curl '{_stack.Api}appearances/-?{query}'");
        await page.AssertAccessibleAsync();
        page.AssertClean();
    }

    private static async Task AssertSavedAsync(WatchedPage page, string format, string file, string begin)
    {
        var download = await page.Tab.RunAndWaitForDownloadAsync(
            () => page["#exports button"].GetByText(format).First.ClickAsync());

        using var content = new StreamReader(await download.CreateReadStreamAsync());
        var text = await content.ReadToEndAsync(TestContext.Current.CancellationToken);
        var ofOne = format == "CSV" ? ",native," : "\"source\":\"native\"";
        Assert.Equal(file, download.SuggestedFilename);
        Assert.StartsWith(begin, text, StringComparison.Ordinal);
        Assert.Equal(12, System.Text.RegularExpressions.Regex.Count(text, ofOne));
        Assert.DoesNotContain("next", text, StringComparison.Ordinal);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task With_the_keyboard_the_name_of_a_lane_leads_to_its_next_time()
    {
        await using var page = await OpenAsync();
        await page[".analysis[data-name=weather]"].PressAsync("Enter");
        await Expect(page[".lane-text"].Last).ToHaveTextAsync("雪");
        await page[".lane-name"].First.FocusAsync();

        await page.Tab.Keyboard.PressAsync("ArrowDown");
        await Expect(page[".lane-name"].Nth(1)).ToBeFocusedAsync();
        await page.Tab.Keyboard.PressAsync("Enter");

        await Expect(page["#now"]).ToHaveTextAsync("0:01.5");
        await Expect(page[".lane.seen"]).ToHaveCountAsync(3);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task What_failed_is_said_beside_what_succeeded_and_can_be_tried_again()
    {
        _engine.AnalyzingFails = requests =>
            requests.Any(request => request is FaceRequest) ? new InvalidOperationException("Too dark.") : null;
        await using var page = await OpenAsync();
        await Expect(page[".appearance"]).ToHaveCountAsync(12);
        await Expect(page[".analysis .badge.failed"]).ToHaveTextAsync("Failed");
        await page[".analysis[data-name=faces]"].ClickAsync();
        await Expect(page["#video-state button"]).ToHaveTextAsync("Try again");
        await Expect(page["#detections"]).ToBeHiddenAsync();
        await page.AssertAccessibleAsync();
        await page.PhotographAsync("22-one-failed");
        _engine.AnalyzingFails = null;

        await page["#video-state button"].ClickAsync();

        await Expect(page["#seen-count"]).ToHaveTextAsync("3 appearances");
        await Expect(page["#video-state"]).ToBeHiddenAsync();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Where_the_API_does_not_let_an_analysis_be_started_the_page_says_so()
    {
        _engine.AnalyzingFails = _ => new InvalidOperationException("Too dark.");
        await using var page = await OpenAsync();
        await page.Tab.RouteAsync("**/analyses/-?*", route => route.FulfillAsync(
            new() { Status = 403, ContentType = "application/json", Body = """{"message":"Forbidden"}""" }));

        await page["#video-state button"].ClickAsync();

        await Expect(page["#video-state .problem"]).ToContainTextAsync("It cannot be started.");
        await Expect(page["#video-state button"]).ToHaveCountAsync(0);
    }

    private async Task<WatchedPage> OpenAsync(string fragment = "")
    {
        await _stack.PutAsync("film.mp4", await File.ReadAllBytesAsync(SampleVideos.FiveSeconds));
        var page = await browser.OpenAsync(_stack, "./?video=film.mp4" + fragment);
        await Expect(page[".analysis"]).ToHaveCountAsync(2, new() { Timeout = 120_000 });
        await Expect(page[".analysis .badge.queued, .analysis .badge.in-progress"])
            .ToHaveCountAsync(0, new() { Timeout = 120_000 });
        return page;
    }
}
