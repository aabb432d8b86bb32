using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.Testing;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>More videos than the list shows at first.</summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class OlderVideosTests(BrowserFixture browser)
{
    private const int Count = 53;
    private const int PageSize = 50;

    [Fact(Timeout = 300_000)]
    public async Task Older_videos_are_shown_on_demand_and_stay_true()
    {
        using var engine = new ScriptedEngine();
        await using var stack = await StackUnderTest.StartedAsync(engine);
        for (var i = 0; i < Count; i++)
        {
            await stack.PutAsync($"{i}.mp4", "no video"u8.ToArray(), TestContext.Current.CancellationToken);
        }

        await using var page = await browser.OpenAsync(stack);
        await Expect(page[".badge.succeeded"]).ToHaveCountAsync(PageSize);
        Assert.Equal($"{Count - 1}.mp4", await page[".videos a"].First.TextContentAsync());

        await page["#more"].ClickAsync();
        await Expect(page[".badge.succeeded"]).ToHaveCountAsync(Count);
        await Expect(page["#more"]).ToBeHiddenAsync();

        foreach (var gone in (string[])["0.mp4", "30.mp4"])
        {
            Assert.True((await page.Tab.APIRequest.DeleteAsync(new Uri(stack.Api, $"results/{gone}").AbsoluteUri)).Ok);
        }

        await page.Tab.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(page[".badge.succeeded"]).ToHaveCountAsync(Count - 2);
        Assert.DoesNotContain("30.mp4", await page[".videos a"].AllTextContentsAsync());
        page.AssertClean();
    }
}
