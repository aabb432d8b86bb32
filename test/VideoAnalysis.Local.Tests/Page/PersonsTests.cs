using VideoAnalysis.Testing;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>A face that the page shows gets a name, and is recognised until it is forgotten.</summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class PersonsTests(BrowserFixture browser) : IAsyncLifetime
{
    private const int TimeLimit = 300_000;
    private const string Name = "<b>Eileen</b> Collins ★";

    private StackUnderTest _stack = null!;

    public async ValueTask InitializeAsync() => _stack = await StackUnderTest.StartedAsync();

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    [Fact(Timeout = TimeLimit)]
    public async Task A_face_is_named_found_and_forgotten()
    {
        await using var page = await OpenAsync();
        await page[".appearance-person"].First.ClickAsync();
        await page["#person-name"].FillAsync(Name);
        await page.AssertAccessibleAsync();
        await page.PhotographAsync("40-name-a-face");
        await page["#name-yes"].ClickAsync();
        await Expect(page["#name-done"]).ToContainTextAsync($"{Name} is known now.");

        await page["#search-yes"].ClickAsync();

        await Expect(page[".analysis[data-name=persons]"]).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page[".appearance-name"].First).ToHaveTextAsync(Name, new() { Timeout = 120_000 });
        await Expect(page[".lane-text"].First).ToHaveTextAsync(Name);
        await Expect(page["#overlay"]).ToContainTextAsync(Name);
        await page.AssertLooksAsync("41-who-it-is");

        await page[".back"].ClickAsync();
        await page["#persons summary"].ClickAsync();
        await Expect(page[".person"]).ToHaveTextAsync(Name);
        await page.AssertLooksAsync("42-known-persons");
        await page["#person-list button"].ClickAsync();
        await page["#confirm-yes"].ClickAsync();
        await Expect(page["#persons-status"]).ToContainTextAsync("Nobody is known.");
        await Expect(page[".person"]).ToHaveCountAsync(0);
        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Why_a_face_cannot_be_named_is_said_and_nothing_is_sent_before_somebody_wants_it()
    {
        await using var page = await OpenAsync();
        Assert.DoesNotContain(page.Requests, url => url.AbsolutePath.StartsWith("/persons", StringComparison.Ordinal));
        await page.Tab.RouteAsync("**/persons/-/faces?*", route => route.FulfillAsync(
            new() { Status = 409, ContentType = "application/problem+json",
                Body = """{"detail":"No collection of faces is named."}""" }));
        await page[".appearance-person"].First.ClickAsync();
        await page["#person-name"].FillAsync("Ada");

        await page.Tab.Keyboard.PressAsync("Enter");

        await Expect(page["#name-problem"]).ToHaveTextAsync("No collection of faces is named.");
        await Expect(page["#name-yes"]).ToBeEnabledAsync();
        await page["#name-no"].ClickAsync();
        await Expect(page["#name-face"]).ToBeHiddenAsync();
    }

    private async Task<WatchedPage> OpenAsync()
    {
        await _stack.PutAsync("film.mp4", await File.ReadAllBytesAsync(SampleVideos.FiveSeconds));
        var page = await browser.OpenAsync(_stack, "./?video=film.mp4");
        await Expect(page[".appearance"].First).ToBeVisibleAsync(new() { Timeout = 120_000 });
        return page;
    }
}
