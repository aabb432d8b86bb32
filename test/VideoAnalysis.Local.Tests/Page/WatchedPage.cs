using System.Collections.Concurrent;
using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>A tab, and what went on in it.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private const string ReportViolations =
        "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} " +
        "${e.blockedURI}`))";

    private static readonly (string Name, int Width, int Height, ColorScheme Scheme, ForcedColors Colors)[] Looks =
    [
        ("light", 1400, 900, ColorScheme.Light, ForcedColors.None),
        ("dark", 1400, 900, ColorScheme.Dark, ForcedColors.None),
        ("forced", 1400, 900, ColorScheme.Dark, ForcedColors.Active),
        ("narrow", 360, 740, ColorScheme.Light, ForcedColors.None),
        ("zoomed", 700, 450, ColorScheme.Light, ForcedColors.None),
    ];

    private readonly StackUnderTest _stack;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<Uri> _requests = new();

    public WatchedPage(IPage tab, StackUnderTest stack)
    {
        Tab = tab;
        _stack = stack;
        tab.SetDefaultTimeout(60_000);
        tab.Console += (_, message) =>
        {
            // Whether a video of a name exists is asked before it is uploaded; a browser logs the answer that it does
            // not. A browser also takes "folder/.." out of addresses, so that a video of such a name is looked for
            // elsewhere.
            if (message.Type == "error" && !(message.Text.Contains("404", StringComparison.Ordinal)
                && (message.Location.Contains("/videos/-?video=", StringComparison.Ordinal)
                    || message.Location.Contains("X-Amz-Signature=", StringComparison.Ordinal))))
            {
                _errors.Enqueue($"{message.Text} {message.Location}");
            }
        };
        tab.PageError += (_, error) => _errors.Enqueue(error);
        tab.Request += (_, request) => _requests.Enqueue(new(request.Url));
    }

    public IPage Tab { get; }

    /// <summary>What was asked for, oldest first.</summary>
    public IReadOnlyList<Uri> Requests => [.. _requests];

    /// <summary>The requests for results, by their queries.</summary>
    public IReadOnlyList<string> Queries =>
        [.. _requests.Where(url => url.AbsolutePath is "/results" or "/results/-" or "/timeline/-")
            .Select(url => Uri.UnescapeDataString(url.Query))];

    public ILocator this[string selector] => Tab.Locator(selector);

    public async Task GoAsync(string address)
    {
        await Tab.AddInitScriptAsync(ReportViolations);
        await Tab.GotoAsync(address);
    }

    /// <summary>
    /// Opens a video, at a moment if one is named, with its detections listed, and waits until its picture and its
    /// results are there.
    /// </summary>
    public async Task OpenVideoAsync(string key, double? seconds = null)
    {
        var moment = seconds is { } t ? FormattableString.Invariant($"#t={t}") : "";
        await Tab.GotoAsync($"./?video={Uri.EscapeDataString(key)}{moment}");
        await ListDetectionsAsync();
        await Tab.WaitForFunctionAsync(
            "() => { const f = document.querySelector('#film'); return f.readyState >= 2 && !f.seeking; }");
    }

    /// <summary>Has every detection listed, and waits until they are.</summary>
    public async Task ListDetectionsAsync()
    {
        await this["#show-detections"].ClickAsync();
        await Assertions.Expect(this["#rows tr[data-time]"].First).ToBeVisibleAsync();
    }

    /// <summary>Follows a link to another moment of the video that is open.</summary>
    public async Task FollowAsync(double seconds)
    {
        var moment = seconds.ToString(CultureInfo.InvariantCulture);
        await Tab.EvaluateAsync($"location.hash = '#t={moment}'");
        await Tab.WaitForFunctionAsync(
            $"() => {{ const f = document.querySelector('#film'); return Math.abs(f.currentTime - {moment}) < 0.01 " +
            $"&& !f.seeking; }}");
    }

    /// <summary>Drops a file on the page, as from a desktop.</summary>
    public async Task DropAsync(string path, string? name = null)
    {
        var content = Convert.ToBase64String(await File.ReadAllBytesAsync(path));
        var files = await Tab.EvaluateHandleAsync(
            """
            ([content, name]) => {
              const files = new DataTransfer();
              const bytes = Uint8Array.from(atob(content), c => c.charCodeAt(0));
              files.items.add(new File([bytes], name, { type: 'video/mp4' }));
              return files;
            }
            """,
            new[] { content, name ?? Path.GetFileName(path) });
        await Tab.DispatchEventAsync("#drop", "dragover", new { dataTransfer = files });
        await Tab.DispatchEventAsync("#drop", "drop", new { dataTransfer = files });
    }

    /// <summary>Nobody is kept from using it: checked by axe-core's rules for WCAG 2.2, level AA.</summary>
    public async Task AssertAccessibleAsync(string where = "")
    {
        var found = await Tab.RunAxe(new AxeRunOptions
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        });
        var told = found.Violations.Select(each =>
            $"{where} {each.Id}: {each.Help} {string.Join(' ', each.Nodes.Select(node => node.Html))}");
        Assert.True(found.Violations.Length == 0, string.Join('\n', told));
    }

    /// <summary>
    /// It fits, and nobody is kept from using it: in light and dark, in the user's own colours, in a narrow window, and
    /// at twice the size, which is half a window. Keeps a picture of each.
    /// </summary>
    public async Task AssertLooksAsync(string name)
    {
        foreach (var (look, width, height, scheme, colors) in Looks)
        {
            await Tab.SetViewportSizeAsync(width, height);
            await Tab.EmulateMediaAsync(
                new() { ColorScheme = scheme, ForcedColors = colors, ReducedMotion = ReducedMotion.Reduce });

            // Rows far from what is in sight are not drawn.
            await Tab.EvaluateAsync("document.querySelector('.appearance')?.scrollIntoView({ block: 'center' })");
            await PhotographAsync($"{name}-{look}", isWhole: true);
            Assert.Equal((look, 0), (look, await Tab.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth")));
            await AssertAccessibleAsync(look);
        }

        await Tab.EvaluateAsync("scrollTo(0, 0)");
        var (_, firstWidth, firstHeight, firstScheme, firstColors) = Looks[0];
        await Tab.SetViewportSizeAsync(firstWidth, firstHeight);
        await Tab.EmulateMediaAsync(new() { ColorScheme = firstScheme, ForcedColors = firstColors });
    }

    /// <summary>Keeps a picture of it: of what is in sight, or of the whole page.</summary>
    public Task PhotographAsync(string name, bool isWhole = false) => Tab.ScreenshotAsync(
        new() { Path = Path.Combine(BrowserFixture.Screenshots, name + ".png"), FullPage = isWhole });

    /// <summary>Nothing went wrong that a user would not see, and nobody else was asked for anything.</summary>
    public void AssertClean()
    {
        Assert.True(_errors.IsEmpty, string.Join('\n', _errors));
        Assert.All(_requests, url =>
            Assert.Contains(url.Authority, new[] { _stack.Api.Authority, _stack.Services.Authority }));
    }

    public async ValueTask DisposeAsync() => await Tab.Context.DisposeAsync();
}
