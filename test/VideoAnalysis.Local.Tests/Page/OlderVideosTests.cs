using VideoAnalysis.LocalAws.Tests.Rekognition;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>More videos than the list shows at first.</summary>
[Collection(PageGroup.Name)]
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

    [Fact(Timeout = 300_000)]
    public async Task A_search_looks_through_all_videos_and_not_only_those_that_are_shown()
    {
        using var engine = new ScriptedEngine();
        await using var stack = await StackUnderTest.StartedAsync(engine);
        for (var i = 0; i < Count; i++)
        {
            await stack.PutAsync($"{i}.mp4", "no video"u8.ToArray(), TestContext.Current.CancellationToken);
        }

        await using var page = await browser.OpenAsync(stack);
        await Expect(page[".badge.succeeded"]).ToHaveCountAsync(PageSize);
        await page["#videos th button"].GetByText("Name").ClickAsync();
        await Expect(page["#library-status"]).ToContainTextAsync("there are more");

        await page["#prefix"].FillAsync("1.");

        await Expect(page[".videos a"]).ToHaveTextAsync(["1.mp4"]);
        await page["#status"].SelectOptionAsync("FAILED");
        await Expect(page["#library-status"]).ToHaveTextAsync("There is no such video.");
        await page.AssertAccessibleAsync();
        page.AssertClean();
    }

    [Fact(Timeout = 300_000)]
    public async Task Older_videos_that_come_late_are_not_shown_in_the_answer_to_another_search()
    {
        using var engine = new ScriptedEngine();
        await using var stack = await StackUnderTest.StartedAsync(engine);
        for (var i = 0; i < Count; i++)
        {
            await stack.PutAsync($"{i}.mp4", "no video"u8.ToArray(), TestContext.Current.CancellationToken);
        }

        await using var page = await browser.OpenAsync(stack);
        await Expect(page[".badge.succeeded"]).ToHaveCountAsync(PageSize);
        var mayCome = new TaskCompletionSource();
        await page.Tab.RouteAsync("**/results?*next=*", async route =>
        {
            await mayCome.Task;
            await route.ContinueAsync();
        });

        await page["#more"].ClickAsync();
        await page["#prefix"].FillAsync("52.");
        await Expect(page[".videos a"]).ToHaveTextAsync(["52.mp4"]);
        mayCome.SetResult();

        // The button can be pressed again when the late answer is there.
        await Expect(page["#more"]).Not.ToHaveAttributeAsync("disabled", "");
        await Expect(page[".videos a"]).ToHaveTextAsync(["52.mp4"]);
        page.AssertClean();
    }
}
