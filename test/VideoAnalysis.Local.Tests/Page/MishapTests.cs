using System.Text;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.Testing;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>What goes wrong is said, and what cannot be undone is asked before.</summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class MishapTests(BrowserFixture browser) : IAsyncLifetime
{
    private const int TimeLimit = 300_000;

    private readonly ScriptedEngine _engine = new();
    private StackUnderTest _stack = null!;

    public async ValueTask InitializeAsync() => _stack = await StackUnderTest.StartedAsync(_engine);

    public async ValueTask DisposeAsync()
    {
        await _stack.DisposeAsync();
        _engine.Dispose();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task What_is_wrong_with_an_upload_is_said()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(file, "text", Encoding.UTF8, TestContext.Current.CancellationToken);
        try
        {
            await using var page = await browser.OpenAsync(_stack);

            await page.DropAsync(file, "notes.txt");

            await Expect(page["#uploads .problem"]).ToContainTextAsync("end in .mp4 or .mov");
            await page.PhotographAsync("12-refused");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_page_of_which_a_part_does_not_come_says_so()
    {
        await using var page = await browser.OpenAsync(_stack);
        await Expect(page["#starting"]).ToHaveCountAsync(0);
        await page.Tab.RouteAsync("**/page/library.js", route => route.AbortAsync());

        await page.Tab.ReloadAsync();

        await Expect(page["#starting"]).ToBeVisibleAsync();
        await Expect(page["#starting"]).ToContainTextAsync("Reload it");
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_video_is_not_replaced_unasked()
    {
        await using var page = await browser.OpenAsync(_stack);
        await page.DropAsync(SampleVideos.FiveSeconds);
        await Expect(page[".badge.succeeded"]).ToBeVisibleAsync(new() { Timeout = 120_000 });

        await page.DropAsync(SampleVideos.FiveSeconds);

        await Expect(page["#uploads .problem"]).ToHaveTextAsync("There is a video of this name already.");
        await page["#uploads button"].GetByText("Replace it").ClickAsync();
        await Expect(page["#uploads li"].Last).ToContainTextAsync("Uploaded");
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_video_without_results_is_not_replaced_unasked_either()
    {
        await using var page = await browser.OpenAsync(_stack);
        await page.DropAsync(SampleVideos.FiveSeconds);
        await page[".videos a"].ClickAsync();
        await page["#delete"].ClickAsync();
        await page["#confirm-yes"].ClickAsync();
        await Expect(page["#library-status"]).ToHaveTextAsync("No video has been uploaded yet.");

        await page.DropAsync(SampleVideos.FiveSeconds);

        await Expect(page["#uploads .problem"]).ToHaveTextAsync("There is a video of this name already.");
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_link_to_a_video_that_is_not_there_waits_for_it()
    {
        await using var page = await browser.OpenAsync(_stack, "./?video=soon.mp4");
        await Expect(page["#notice"]).ToContainTextAsync("There is no result for \"soon.mp4\"");
        await Expect(page["#delete"]).ToBeHiddenAsync();

        await _stack.PutAsync("soon.mp4", await File.ReadAllBytesAsync(
            SampleVideos.FiveSeconds, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        await Expect(page[".appearance"].First).ToBeVisibleAsync();
        await Expect(page["#notice"]).ToBeHiddenAsync();
        await Expect(page["#delete"]).ToBeVisibleAsync();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Results_are_deleted_after_a_question()
    {
        await using var page = await browser.OpenAsync(_stack);
        await page.DropAsync(SampleVideos.FiveSeconds);
        await page[".videos a"].ClickAsync();
        await Expect(page[".appearance"].First).ToBeVisibleAsync(new() { Timeout = 120_000 });

        await page["#delete"].ClickAsync();
        await page.PhotographAsync("13-delete");
        await page["#confirm-yes"].ClickAsync();

        await Expect(page["#library-status"]).ToHaveTextAsync("No video has been uploaded yet.");
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_failure_tells_its_reason_shows_no_dead_player_and_can_be_tried_again_from_the_list()
    {
        _engine.OpeningFails = Refusal.Damaged("it holds no picture");
        await _stack.PutAsync("broken.mp4", "no video"u8.ToArray(), TestContext.Current.CancellationToken);
        await using var page = await browser.OpenAsync(_stack);
        await Expect(page[".badge.failed"]).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Expect(page[".reason"]).ToContainTextAsync("it holds no picture");
        await page.PhotographAsync("14-failed");

        await page[".videos a"].ClickAsync();
        await Expect(page["#video-state"]).ToContainTextAsync("it holds no picture");
        await Expect(page["#stage-message"]).ToContainTextAsync("cannot play");
        await Expect(page["#film, .controls, #tracks"]).ToHaveCountAsync(3);
        await Expect(page[":is(#film, .controls, #tracks):visible"]).ToHaveCountAsync(0);
        await page.AssertLooksAsync("15-failed-video");
        await page[".back"].ClickAsync();
        _engine.OpeningFails = null;

        await page[".retry"].PressAsync("Enter");

        await Expect(page[".badge.succeeded"]).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Expect(page[".reason, .retry"]).ToHaveCountAsync(0);
        page.AssertClean();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task While_the_API_takes_its_time_the_page_says_so()
    {
        await using var page = await browser.OpenAsync(_stack, "page/icon.svg");
        var mayCome = new TaskCompletionSource();
        await page.Tab.RouteAsync("**/results?*", async route =>
        {
            await mayCome.Task;
            await route.ContinueAsync();
        });
        await page.Tab.Clock.InstallAsync();
        await page.Tab.GotoAsync("./");
        await Expect(page["#library-status.loading"]).ToHaveTextAsync("Loading…");
        await Expect(page["#slow"]).ToBeHiddenAsync();

        await page.Tab.Clock.FastForwardAsync(5_000);

        await Expect(page["#slow"]).ToContainTextAsync("longer than usual");
        await page.AssertAccessibleAsync();
        await page.PhotographAsync("17-slow");
        mayCome.SetResult();
        await Expect(page["#slow"]).ToBeHiddenAsync();
        await Expect(page["#sample"]).ToBeVisibleAsync();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_server_that_does_not_answer_is_said_to()
    {
        await using var page = await browser.OpenAsync(_stack);
        await page.Tab.RouteAsync("**/results**", route => route.AbortAsync());

        await page.Tab.EvaluateAsync("dispatchEvent(new Event('online'))");

        await Expect(page["#notice"]).ToHaveTextAsync("The server cannot be reached. Is it running?");
    }
}
