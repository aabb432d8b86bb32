using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.Testing;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>Large files, and what happens to them on the way.</summary>
[Collection(PageGroup.Name)]
[Slow]
public sealed class UploadingTests(BrowserFixture browser) : IAsyncLifetime
{
    private const int TimeLimit = 300_000;

    /// <summary>Three parts of 16 MiB, the last not full.</summary>
    private const int Bytes = 40_000_000;

    private readonly ScriptedEngine _engine = new();
    private readonly TemporaryFolder _folder = new();
    private StackUnderTest _stack = null!;

    private string Film => Path.Combine(_folder.Path, "large film.mp4");

    public async ValueTask InitializeAsync()
    {
        _stack = await StackUnderTest.StartedAsync(_engine);
        await File.WriteAllBytesAsync(Film, new byte[Bytes]);
    }

    public async ValueTask DisposeAsync()
    {
        await _stack.DisposeAsync();
        _engine.Dispose();
        _folder.Dispose();
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_large_file_goes_up_in_parts_and_a_part_that_fails_is_sent_again()
    {
        await using var page = await browser.OpenAsync(_stack);
        var tries = 0;
        await page.Tab.RouteAsync(
            "**/*partNumber=2*",
            route => Interlocked.Increment(ref tries) == 1 ? route.AbortAsync() : route.ContinueAsync());

        await page["#files"].SetInputFilesAsync(Film);

        await Expect(page[".badge.succeeded"]).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Expect(page[".videos"]).ToContainTextAsync("40.0 MB");
        Assert.Equal(2, tries);
        Assert.Contains(page.Requests, url => url.Query.Contains("partNumber=3", StringComparison.Ordinal));
    }

    [Fact(Timeout = TimeLimit)]
    public async Task An_upload_that_is_cancelled_leaves_nothing_behind()
    {
        await using var page = await browser.OpenAsync(_stack);
        await page.Tab.RouteAsync("**/*partNumber=2*", _ => Task.CompletedTask); // Under way for ever.
        await page["#files"].SetInputFilesAsync(Film);
        await Expect(page["#uploads"]).ToContainTextAsync("of 40.0 MB");
        await page.PhotographAsync("15-uploading");

        var abandoned = page.Tab.WaitForResponseAsync("**/uploads/abort");
        await page["#uploads button"].ClickAsync();

        Assert.Equal(204, (await abandoned).Status);
        await Expect(page["#uploads li"]).ToHaveCountAsync(0);
        await Expect(page["#library-status"]).ToHaveTextAsync("No video has been uploaded yet.");
    }
}
