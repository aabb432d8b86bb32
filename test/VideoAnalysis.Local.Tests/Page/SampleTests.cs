using System.Text.Json.Nodes;
using VideoAnalysis.Testing;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>What people do with a video that has been analysed.</summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class SampleTests(BrowserFixture browser, AnalysedSample sample) : IClassFixture<AnalysedSample>
{
    private const int TimeLimit = 300_000;

    /// <summary>In seconds: at samples and between them, with one face and with two.</summary>
    private static readonly double[] Moments = [3.5, 7.5, 7.72, 17];

    [Fact(Timeout = TimeLimit)]
    public void Dragging_a_video_in_tells_how_the_upload_and_the_analysis_come_along()
    {
        Assert.Contains(sample.Said, text => text.Contains(" of ", StringComparison.Ordinal)
            && text.EndsWith(" kB", StringComparison.Ordinal));
        Assert.Contains(sample.Said, text => text.StartsWith("Uploaded", StringComparison.Ordinal));
        Assert.Contains(sample.Said, text => text.StartsWith("Analysing ", StringComparison.Ordinal)
            && text.EndsWith('%'));
        Assert.Contains("Done", sample.Said);
    }

    [Theory(Timeout = TimeLimit)]
    [InlineData(1400, 900)]
    [InlineData(1400, 460)] // So low that the picture has bars beside it.
    [InlineData(420, 800)]
    public async Task Boxes_lie_on_the_faces(int width, int height)
    {
        await using var page = await browser.OpenAsync(sample.Stack, width: width, height: height);

        await page.OpenVideoAsync(AnalysedSample.Key, 2);
        await Expect(page[".box:visible"].First).ToBeVisibleAsync();
        (await Picture.OfAsync(page)).AssertRight(sample.Truth);

        foreach (var seconds in Moments)
        {
            await page.FollowAsync(seconds);
            var picture = await Picture.OfAsync(page);

            Assert.Equal(seconds * 1000, picture.Millis, tolerance: 2);
            picture.AssertRight(sample.Truth);
        }

        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Boxes_go_along_with_the_faces_while_the_video_plays()
    {
        await using var page = await browser.OpenAsync(sample.Stack);
        await page.OpenVideoAsync(AnalysedSample.Key, 1);

        var pictures = await Picture.WhilePlayingAsync(page, millis: 2_500);

        Assert.True(pictures.Count > 10, $"{pictures.Count} frames were shown.");
        Assert.All(pictures, picture => picture.AssertRight(sample.Truth));
        await page.PhotographAsync("04-player");
        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Where_nobody_is_there_is_no_box()
    {
        await using var page = await browser.OpenAsync(sample.Stack);
        await page.OpenVideoAsync(AnalysedSample.Key, 14);

        Assert.Empty((await Picture.OfAsync(page)).Boxes);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Landmarks_have_names_when_they_are_wanted()
    {
        await using var page = await browser.OpenAsync(sample.Stack);
        await page.OpenVideoAsync(AnalysedSample.Key, 1);
        await Expect(page[".point:not([hidden])"]).ToHaveCountAsync(0);

        await page["#points"].ClickAsync();

        await Expect(page[".point:not([hidden])"])
            .ToHaveTextAsync(["eyeLeft", "eyeRight", "mouthLeft", "mouthRight", "nose"]);
        await page.PhotographAsync("05-landmarks");
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_click_on_the_timeline_goes_to_that_moment()
    {
        await using var page = await browser.OpenAsync(sample.Stack);
        await page.OpenVideoAsync(AnalysedSample.Key);
        var bounds = (await page["#timeline"].BoundingBoxAsync())!;

        await page.Tab.Mouse.ClickAsync(bounds.X + (bounds.Width / 2), bounds.Y + (bounds.Height / 2));

        await Expect(page["#now"]).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^0:(09\.9|10\.0)$"));
        await Expect(page["#timeline"]).ToHaveAttributeAsync("aria-valuetext", "0:10 of 0:20, 2 faces");
        Assert.Equal(10_000, (await Picture.OfAsync(page)).Millis, tolerance: 60);
        await Expect(page.Tab).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#t=(9\\.9|10)"));
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_link_to_a_moment_shows_that_moment()
    {
        await using var page = await browser.OpenAsync(sample.Stack);
        await page.OpenVideoAsync(AnalysedSample.Key, 12.5);

        Assert.Equal(12_500, (await Picture.OfAsync(page)).Millis, tolerance: 2);
        await Expect(page["#rows tr[aria-current]"].First).ToBeInViewportAsync();

        await page.FollowAsync(3);
        await Expect(page["#now"]).ToHaveTextAsync("0:03.0");
        await Expect(page["#rows tr[data-time='3000']"].First).ToBeInViewportAsync();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task What_could_not_be_fetched_is_tried_again_in_a_while()
    {
        await using var page = await browser.OpenAsync(sample.Stack);
        var refused = 0;
        await page.Tab.RouteAsync("**/results/*from=*", route =>
        {
            Interlocked.Increment(ref refused);
            return route.FulfillAsync(
                new() { Status = 429, ContentType = "application/json", Body = """{"message":"Too Many Requests"}""" });
        });
        await page.Tab.GotoAsync($"./?video={AnalysedSample.Key}#t=3");
        await Expect(page["#notice"]).ToContainTextAsync("too many requests");
        await page["#play"].ClickAsync();
        await Expect(page["#now"]).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^0:0[4-9]"));
        Assert.InRange(refused, 1, 3);

        await page.Tab.UnrouteAsync("**/results/*from=*");

        await Expect(page[".box:visible"].First).ToBeVisibleAsync();
        await page.ListDetectionsAsync();
        await Expect(page["#notice"]).ToBeHiddenAsync();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task It_plays_on_when_the_address_of_the_video_has_expired()
    {
        await using var page = await browser.OpenAsync(sample.Stack);
        var asked = 0;
        await page.Tab.RouteAsync("**/videos/-?*", async route =>
        {
            var answer = JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            if (Interlocked.Increment(ref asked) == 1)
            {
                answer["expiresAt"] = "2026-01-01T00:00:00Z";
            }

            await route.FulfillAsync(new() { ContentType = "application/json", Body = answer.ToJsonString() });
        });
        await page.OpenVideoAsync(AnalysedSample.Key, 3);
        await page["#play"].ClickAsync();
        await page.Tab.WaitForFunctionAsync("() => document.querySelector('#film').currentTime > 4");

        // What a browser tells of an address that is refused.
        var moments = await page["#film"].EvaluateAsync<double[]>(
            """
            film => new Promise(resolve => {
              const before = film.currentTime;
              film.addEventListener('seeked', () => resolve([before, film.currentTime]), { once: true });
              film.dispatchEvent(new Event('error'));
            })
            """);

        Assert.InRange(moments[1], moments[0] - 0.2, moments[0] + 5);
        await page.Tab.WaitForFunctionAsync(
            "from => document.querySelector('#film').currentTime > from + 0.5", moments[1]);
        await Expect(page["#play"]).ToHaveAttributeAsync("aria-label", "Pause");
        Assert.Equal(2, asked);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_row_leads_to_its_moment()
    {
        await using var page = await browser.OpenAsync(sample.Stack);
        await page.OpenVideoAsync(AnalysedSample.Key);
        var row = page["#rows tr[data-time]"].Nth(3);

        await row.ClickAsync();

        await Expect(page["#now"]).ToHaveTextAsync(await row.Locator("a").InnerTextAsync());
        await Expect(row).ToHaveAttributeAsync("aria-current", "time");
    }

    [Fact(Timeout = TimeLimit)]
    public async Task The_table_sorts_by_what_is_clicked()
    {
        await using var page = await browser.OpenAsync(sample.Stack);
        await page.OpenVideoAsync(AnalysedSample.Key);

        await page["#rows th button"].GetByText("Size").ClickAsync();

        await Expect(page["#rows th[aria-sort=descending]"]).ToHaveTextAsync("Size");
        await page.Tab.WaitForFunctionAsync(
            """
            () => {
              const areas = [...document.querySelectorAll('#rows tr[data-time] td:nth-child(3)')]
                .map(cell => cell.textContent.split(' × ').reduce((a, b) => a * b));
              return areas.length > 5 && areas[0] > areas.at(-1)
                && areas.every((area, i) => i === 0 || area <= areas[i - 1] * 1.02);
            }
            """);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Everything_can_be_done_with_the_keyboard()
    {
        await using var page = await browser.OpenAsync(sample.Stack);
        var keyboard = page.Tab.Keyboard;
        await Expect(page[".videos a"]).ToBeVisibleAsync();
        for (var i = 0; i < 12 && !await IsFocusedAsync(page, ".videos td a"); i++)
        {
            await keyboard.PressAsync("Tab");
        }

        await keyboard.PressAsync("Enter");
        await Expect(page["#video-name"]).ToBeFocusedAsync();
        await page["#show-detections"].FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(page["#rows tr[data-time]"].First).ToBeVisibleAsync();
        await page["#video-name"].FocusAsync();
        await page.Tab.WaitForFunctionAsync("() => document.querySelector('#film').readyState >= 2");
        await keyboard.PressAsync("ArrowRight");
        await Expect(page["#now"]).ToHaveTextAsync("0:01.0");
        await page["#timeline"].FocusAsync();
        await keyboard.PressAsync("PageUp");
        await Expect(page["#now"]).ToHaveTextAsync("0:02.0");
        await page["#rows tbody a"].First.FocusAsync();
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        await Expect(page["#now"]).ToHaveTextAsync("0:01.0");
        await keyboard.PressAsync("l");
        await Expect(page["#points"]).ToHaveAttributeAsync("aria-pressed", "true");
        await page["#confidence"].FocusAsync();
        await keyboard.PressAsync("ArrowRight");
        await Expect(page["#confidence-value"]).ToContainTextAsync("≥ 8");
        await Expect(page["#now"]).ToHaveTextAsync("0:01.0");
        await keyboard.PressAsync(" ");
        await Expect(page["#play"]).ToHaveAttributeAsync("aria-label", "Pause");
        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task List_and_video_can_be_used_in_any_window_and_light()
    {
        await using var page = await browser.OpenAsync(sample.Stack);
        await Expect(page[".videos a"]).ToBeVisibleAsync();
        await page.AssertLooksAsync("06-list");

        await page["#videos a"].ClickAsync();
        await Expect(page[".appearance"].First).ToBeVisibleAsync();
        await page[".appearance-go"].Nth(2).ClickAsync();
        await Expect(page[".box:visible"].First).ToBeVisibleAsync();
        await page.AssertLooksAsync("07-video");
        await page.Tab.EmulateMediaAsync(new() { ColorScheme = Microsoft.Playwright.ColorScheme.Dark });
        Assert.InRange(await page.Tab.EvaluateAsync<int>(
            "Number(/\\d+/.exec(getComputedStyle(document.body).backgroundColor)[0])"), 0, 127);
        page.AssertClean();
    }

    private static Task<bool> IsFocusedAsync(WatchedPage page, string selector) =>
        page.Tab.EvaluateAsync<bool>($"document.activeElement.matches('{selector}')");
}
