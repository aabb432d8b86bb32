using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.Testing;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>
/// An API that takes tokens, as on AWS with a JWT configured. The local one takes everybody, so that is put before it.
/// </summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class TokenTests(BrowserFixture browser)
{
    [Fact(Timeout = 300_000)]
    public async Task Where_the_api_wants_a_token_the_page_asks_for_one_and_keeps_it_in_the_tab()
    {
        using var engine = new ScriptedEngine();
        await using var stack = await StackUnderTest.StartedAsync(engine);
        await using var page = await OpenAsync(stack);

        await page["#token"].FillAsync("bad");
        await page["#sign-in-yes"].ClickAsync();
        await Expect(page["#sign-in-problem"]).ToContainTextAsync("refused");
        await page.PhotographAsync("16-token");
        await page["#token"].FillAsync(" Bearer good\n");
        await page["#sign-in-yes"].ClickAsync();

        await Expect(page["#library-status"]).ToHaveTextAsync("No video has been uploaded yet.");
        await page.Tab.ReloadAsync();
        await Expect(page["#library-status"]).ToHaveTextAsync("No video has been uploaded yet.");
        Assert.False(await page["#sign-in"].IsVisibleAsync());
    }

    [Fact(Timeout = 300_000)]
    public async Task Whoever_has_cancelled_is_not_asked_again()
    {
        using var engine = new ScriptedEngine();
        await using var stack = await StackUnderTest.StartedAsync(engine);
        await using var page = await OpenAsync(stack);
        await page["#sign-in-no"].ClickAsync();
        await Expect(page["#notice"]).ToContainTextAsync("Reload the page to enter one.");

        await page.Tab.RunAndWaitForResponseAsync(
            () => page.Tab.EvaluateAsync("dispatchEvent(new Event('online'))"), answer => answer.Status == 401);

        await Expect(page["#notice"]).ToContainTextAsync("Reload the page to enter one.");
        Assert.False(await page["#sign-in"].IsVisibleAsync());
    }

    private async Task<WatchedPage> OpenAsync(StackUnderTest stack)
    {
        var page = await browser.OpenAsync(stack, "page/icon.svg");
        await page.Tab.RouteAsync("**/results**", async route =>
        {
            var sent = (await route.Request.AllHeadersAsync()).GetValueOrDefault("authorization");
            await (sent == "Bearer good" ? route.ContinueAsync()
                : route.FulfillAsync(
                    new() { Status = 401, ContentType = "application/json", Body = """{"message":"Unauthorized"}""" }));
        });
        await page.Tab.GotoAsync("./");
        return page;
    }
}
