using System.Text.Json;
using Microsoft.Playwright;
using VideoAnalysis.Evaluate.Faces;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>
/// The sample, dragged into the page and analysed by the local stack's own engine: once for all who look at it.
/// </summary>
public sealed class AnalysedSample(BrowserFixture browser) : IAsyncLifetime
{
    public const string Key = "astronaut.mp4";

    private const string RecordWhatIsSaid =
        """
        () => {
          window.said = new Set();
          const hear = () => document.querySelectorAll('.badge, #uploads li > [role=status]')
            .forEach(e => window.said.add(e.textContent));
          new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true });
        }
        """;

    internal StackUnderTest Stack { get; private set; } = null!;

    internal GroundTruth Truth { get; private set; } = null!;

    /// <summary>What the page said of the upload and the analysis on the way.</summary>
    internal IReadOnlyList<string> Said { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Truth = await GroundTruth.LoadAsync(SampleVideos.AstronautTruth, CancellationToken.None);
        Stack = await StackUnderTest.StartedAsync();
        await using var page = await browser.OpenAsync(Stack);
        await Assertions.Expect(page["#library-status"]).ToHaveTextAsync("No video has been uploaded yet.");
        await Assertions.Expect(page["#sample"]).ToContainTextAsync("samples/astronaut.mp4");
        await page.PhotographAsync("01-empty");
        await page.Tab.EvaluateAsync(RecordWhatIsSaid);

        await page.DropAsync(SampleVideos.Astronaut);

        await Assertions.Expect(page[".badge.in-progress"]).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.PhotographAsync("02-analysing");
        await Assertions.Expect(page[".badge.succeeded"]).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.PhotographAsync("03-list");
        Said = JsonSerializer.Deserialize<string[]>(
            await page.Tab.EvaluateAsync<string>("JSON.stringify([...window.said])"))!;
        page.AssertClean();
    }

    public ValueTask DisposeAsync() => Stack?.DisposeAsync() ?? ValueTask.CompletedTask;
}
