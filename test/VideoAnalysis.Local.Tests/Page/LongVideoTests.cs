using System.Globalization;
using VideoAnalysis.Testing;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>An hour with 15,000 faces: the page asks for what it shows, and for nothing else.</summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class LongVideoTests(BrowserFixture browser) : IAsyncLifetime
{
    private const int TimeLimit = 300_000;
    private const string Key = "an hour.mp4";

    /// <summary>
    /// How long frames of the screen took while something was done, and the tasks that kept it for over 50 ms.
    /// </summary>
    private const string WatchFrames =
        """
        () => {
          window.gaps = [];
          window.tasks = [];
          new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(task => task.duration)))
            .observe({ type: 'longtask' });
          let last;
          const frame = now => {
            if (last !== undefined) window.gaps.push(now - last);
            last = now;
            requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        }
        """;

    /// <summary>What keeps an answer short.</summary>
    private static readonly string[] Bounds = ["&from=", "&interval=", "&limit=1&"];

    private readonly List<string> _figures = [];
    private StackUnderTest _stack = null!;

    public async ValueTask InitializeAsync()
    {
        _stack = await StackUnderTest.StartedAsync(new CrowdEngine());
        await _stack.PutAsync(Key, LoopedVideo.Make(await File.ReadAllBytesAsync(SampleVideos.Astronaut), times: 180));
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    [Fact(Timeout = TimeLimit)]
    public async Task It_plays_scrolls_and_filters_and_fetches_ranges()
    {
        await using var page = await browser.OpenAsync(_stack);
        await Expect(page[".badge.succeeded"]).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.OpenVideoAsync(Key, 1_800);
        await Expect(page["#detections-count"]).ToHaveTextAsync("15,000 faces");
        await page.Tab.EvaluateAsync(WatchFrames);

        await PlayAsync(page);
        await ScrollAsync(page);
        await FilterAsync(page);

        AssertRanges(page);
        page.AssertClean();
        Measured.Report(string.Join("; ", _figures));
    }

    private async Task PlayAsync(WatchedPage page)
    {
        var pictures = await Picture.WhilePlayingAsync(page, millis: 4_000);

        Assert.True(pictures.Count > 10, $"{pictures.Count} frames were shown.");
        Assert.All(pictures, picture => Assert.InRange(picture.Boxes.Count, 2, 3));
        await TellAsync(page, "playing");
        await page.PhotographAsync("09-hour");
    }

    private async Task ScrollAsync(WatchedPage page)
    {
        await page.Tab.EvaluateAsync(
            """
            async () => {
              const rows = document.querySelector('#rows');
              for (let i = 1; i <= 90; i++) {
                rows.scrollTop = i < 60 ? i * 120 : rows.scrollHeight * (i - 60) / 30;
                await new Promise(requestAnimationFrame);
              }
            }
            """);

        await Expect(page["#rows tr[data-time='3599500']"].Last).ToBeVisibleAsync();
        await Expect(page["#rows tr"].Last).ToBeAttachedAsync();
        Assert.InRange(await page["#rows tr[data-index]"].CountAsync(), 10, 100);
        await TellAsync(page, "scrolling");
    }

    private async Task FilterAsync(WatchedPage page)
    {
        var few = CrowdEngine.CountFrom(90).ToString("N0", CultureInfo.InvariantCulture);

        await Expect(page["#confidence"]).ToHaveAttributeAsync("min", "50");
        await Expect(page["#confidence"]).ToHaveAttributeAsync("max", "99");
        await page["#confidence"].FillAsync("90");

        await Expect(page["#confidence-value"]).ToHaveTextAsync("≥ 90 %");
        await Expect(page["#detections-count"]).ToHaveTextAsync($"{few} faces");
        await page["#rows"].EvaluateAsync("rows => rows.scrollTop = 0");
        await Expect(page["#rows tr[data-time] td:nth-child(2)"].First).ToHaveTextAsync(
            new System.Text.RegularExpressions.Regex(@"^9\d\.0 %$"));
        Assert.DoesNotContain(
            await page[".box:visible .box-label"].AllInnerTextsAsync(),
            label => float.Parse(label.Split(' ')[0], CultureInfo.InvariantCulture) < 90);
        await TellAsync(page, "filtering");
        await page.PhotographAsync("10-hour-filtered");
    }

    /// <summary>
    /// Whatever detections were fetched, they were those of half a minute; and there are 120 of those.
    /// </summary>
    private void AssertRanges(WatchedPage page)
    {
        var queries = page.Queries.Where(query => query.Contains("video=", StringComparison.Ordinal)).ToList();
        var ranges = queries.Where(query => query.Contains("from=", StringComparison.Ordinal)).ToList();

        Assert.All(queries, query =>
            Assert.Contains(Bounds, bound => $"{query}&".Contains(bound, StringComparison.Ordinal)));
        Assert.InRange(ranges.Count, 1, 60);
        _figures.Add($"{queries.Count} requests, {ranges.Count} of them for half a minute each");
    }

    private async Task TellAsync(WatchedPage page, string doing)
    {
        var figures = await page.Tab.EvaluateAsync<string>(
            """
            () => {
              const gaps = window.gaps.splice(0).sort((a, b) => a - b);
              const tasks = window.tasks.splice(0);
              const at = share => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))].toFixed(0);
              return `a frame every ${at(0.5)} ms (99th percentile ${at(0.99)} ms), `
                + `${tasks.length} tasks over 50 ms, the longest ${Math.max(0, ...tasks).toFixed(0)} ms`;
            }
            """);
        _figures.Add($"{doing}: {figures}");
    }
}
