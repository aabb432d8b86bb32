using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.Testing;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>Names are text, whatever they look like.</summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class HostileNameTests(BrowserFixture browser) : IAsyncLifetime
{
    private const int TimeLimit = 300_000;

    private static readonly string[] Names =
    [
        "<img src=x onerror=alert(1)>.mp4", "\"><script>alert(1)</script>'.mp4", "javascript:alert(1)//.mp4",
        "two\nlines\tand &amp; more.mp4", "a#b?c=d&e+f 100%25.mp4", "folder/../코드 ünï.mp4",
    ];

    private readonly ScriptedEngine _engine = new();
    private StackUnderTest _stack = null!;

    public async ValueTask InitializeAsync() => _stack = await StackUnderTest.StartedAsync(_engine);

    public async ValueTask DisposeAsync()
    {
        await _stack.DisposeAsync();
        _engine.Dispose();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_hostile_key_shows_as_text_wherever_it_is_shown()
    {
        foreach (var name in Names)
        {
            await _stack.PutAsync(name, "no video"u8.ToArray(), TestContext.Current.CancellationToken);
        }

        await using var page = await browser.OpenAsync(_stack);
        await Expect(page[".badge.succeeded"]).ToHaveCountAsync(Names.Length, new() { Timeout = 120_000 });
        var shown = await page[".videos .key"].AllTextContentsAsync();
        Assert.Equal(Names.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.Equal(0, await page[".videos img, .videos script"].CountAsync());
        await page.PhotographAsync("11-hostile-names");

        foreach (var name in Names)
        {
            await page.Tab.GotoAsync("./");
            await page[".videos a"].Nth(Array.IndexOf([.. await NamesOfAsync(page)], name)).ClickAsync();
            await Expect(page[".appearance"].First).ToBeVisibleAsync();
            Assert.Equal(name, await page["#video-name"].TextContentAsync());
            Assert.Equal(name, System.Web.HttpUtility.ParseQueryString(new Uri(page.Tab.Url).Query)["video"]);
        }

        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_hostile_file_name_shows_as_text_while_it_is_uploaded_and_after()
    {
        const string Name = "<img src=x onerror=alert(1)>'\".mp4";
        await using var page = await browser.OpenAsync(_stack);

        await page.DropAsync(SampleVideos.FiveSeconds, Name);

        await Expect(page[".upload-name"]).ToHaveTextAsync(Name);
        await Expect(page[".videos a"]).ToHaveTextAsync(Name);
        Assert.Equal(0, await page["main img"].CountAsync());
        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_name_cannot_turn_the_text_around_it()
    {
        const string Name = "who\u202E4pm.exe.mp4";
        await using var page = await browser.OpenAsync(_stack);

        await page.DropAsync(SampleVideos.FiveSeconds, Name);

        await Expect(page[".upload-name"]).ToHaveTextAsync("who\uFFFD4pm.exe.mp4");
        await page[".videos a"].ClickAsync();
        await Expect(page["#video-name"]).ToHaveTextAsync("who\uFFFD4pm.exe.mp4");
        Assert.DoesNotContain('\u202E', await page.Tab.TitleAsync());
        await Expect(page[".appearance"].First).ToBeVisibleAsync(new() { Timeout = 120_000 });
    }

    private static async Task<IEnumerable<string>> NamesOfAsync(WatchedPage page)
    {
        await Expect(page[".videos a"]).ToHaveCountAsync(Names.Length);
        return await page[".videos .key"].AllTextContentsAsync();
    }
}
