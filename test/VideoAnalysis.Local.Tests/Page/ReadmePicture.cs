using VideoAnalysis.Testing;
using static Microsoft.Playwright.Assertions;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>Takes the picture of the page that the README shows; CONTRIBUTING.md says how to run it.</summary>
[Collection(PageGroup.Name)]
public sealed class ReadmePicture(BrowserFixture browser)
{
    [Fact(Explicit = true, Timeout = 600_000)]
    public async Task The_sample_after_everything_was_found_in_it_and_its_face_has_a_name()
    {
        await using var stack = await StackUnderTest.StartedAsync(analyses: ["faces", "labels", "text", "segments"]);
        var token = TestContext.Current.CancellationToken;
        await stack.PutAsync(AnalysedSample.Key, await File.ReadAllBytesAsync(SampleVideos.Astronaut, token), token);
        await using var page = await browser.OpenAsync(stack, $"./?video={AnalysedSample.Key}#t=7.5", 1280, 880);
        await Expect(page[".analysis .badge.succeeded"]).ToHaveCountAsync(4, new() { Timeout = 300_000 });
        await page[".analysis[data-name=faces]"].ClickAsync();
        await page[".appearance-person"].First.ClickAsync();
        await page["#person-name"].FillAsync("Eileen Collins");
        await page["#name-yes"].ClickAsync();
        await page["#search-yes"].ClickAsync();
        await Expect(page["#overlay"]).ToContainTextAsync("Eileen Collins", new() { Timeout = 300_000 });
        await page.Tab.Mouse.MoveAsync(0, 0);

        // The small pictures come one after the other.
        await page.Tab.WaitForFunctionAsync(
            """
            () => [...document.querySelectorAll('.appearance .picture')].slice(0, 8)
              .every(canvas => canvas.getContext('2d').getImageData(48, 48, 1, 1).data[3] > 0)
            """);
        await page.Tab.ScreenshotAsync(new()
        {
            Path = Path.Combine(BrowserFixture.Screenshots, "page.png"),
            Clip = new() { Width = 1280, Height = 820 },
        });
    }
}
