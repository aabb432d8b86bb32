using VideoAnalysis.Testing;

using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>Finding videos among 5,000.</summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class LibraryTests(BrowserFixture browser, LargeLibrary library) : IClassFixture<LargeLibrary>
{
    private const int TimeLimit = 300_000;

    [Fact(Timeout = TimeLimit)]
    public async Task Videos_are_found_by_name_folder_analysis_and_status_among_all_of_them()
    {
        await using var page = await browser.OpenAsync(library.Stack);
        await Expect(page["#library-status"]).ToHaveTextAsync("More than 50 videos: these are the 50 newest.");
        await page["#videos th button"].GetByText("Name").ClickAsync();
        await Expect(page["#library-status"]).ToHaveTextAsync("More than 50 videos: these are the 50 newest, sorted.");
        await page.PhotographAsync("50-library");

        await page["#prefix"].FillAsync("archive/cam-07/");
        await Expect(page["#library-status"]).ToHaveTextAsync("50 videos");
        await Expect(page[".videos .key"].First).ToHaveTextAsync("archive/cam-07/0007.mp4");

        await page["#prefix"].FillAsync("archive/cam-30/3");
        await Expect(page["#library-status"]).ToHaveTextAsync("10 videos");
        await page[".folder"].GetByText("cam-30/").First.PressAsync("Enter");
        await Expect(page["#prefix"]).ToHaveValueAsync("archive/cam-30/");
        await Expect(page["#library-status"]).ToHaveTextAsync("50 videos");
        await page["#analysis"].SelectOptionAsync("weather");
        await Expect(page["#library-status"]).ToHaveTextAsync("50 videos");
        await page["#prefix"].FillAsync("archive/cam-31/");
        await Expect(page["#library-status"]).ToHaveTextAsync("There is no such video.");

        await page["#prefix"].FillAsync("");
        await page["#analysis"].SelectOptionAsync("");
        await page["#status"].SelectOptionAsync("FAILED");
        await Expect(page[".videos .key"]).ToHaveTextAsync([LargeLibrary.Failed]);
        await Expect(page[".reason"]).ToHaveTextAsync(LargeLibrary.Reason);
        await Expect(page[".retry"]).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.PhotographAsync("51-library-failed");
        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Older_videos_that_come_late_are_not_shown_in_the_answer_to_another_search()
    {
        await using var page = await browser.OpenAsync(library.Stack);
        await Expect(page[".videos a"]).ToHaveCountAsync(50);
        var mayCome = new TaskCompletionSource();
        await page.Tab.RouteAsync("**/results?*next=*", async route =>
        {
            await mayCome.Task;
            await route.ContinueAsync();
        });

        await page["#more"].ClickAsync();
        await page["#prefix"].FillAsync("archive/cam-52/0052.");
        await Expect(page[".videos a"]).ToHaveTextAsync(["0052.mp4"]);
        mayCome.SetResult();

        // The button can be pressed again when the late answer is there.
        await Expect(page["#more"]).Not.ToHaveAttributeAsync("disabled", "");
        await Expect(page[".videos a"]).ToHaveTextAsync(["0052.mp4"]);
        page.AssertClean();
    }
}
