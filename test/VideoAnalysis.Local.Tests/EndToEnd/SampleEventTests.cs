using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.EndToEnd;

/// <summary>
/// Whoever sends the sample events, in the order of their guide, to a system with videos harms none of them.
/// </summary>
[Slow]
public sealed partial class SampleEventTests
{
    private static readonly string Events = Path.Combine(RepositoryFolder.Path, "events");

    /// <summary>The completions of analyses that the engine of these tests does not do.</summary>
    private static readonly string[] Strange =
    [
        "sns-celebrities.json", "sns-labels.json", "sns-moderation.json", "sns-persons.json", "sns-segments.json",
        "sns-text.json",
    ];

    private static readonly string[] Mine = ["astronaut.mp4", "holiday.mp4"];

    [Fact(Timeout = 120_000)]
    public async Task Finished_videos_keep_their_results()
    {
        var functions = new Functions();
        await using var stack = await StackHarness.StartedAsync(configureServices: functions.Capture);
        var before = new List<string>();
        foreach (var key in Mine)
        {
            await stack.PutAsync(key);
            before.Add((await stack.ResultAsync(key)).GetRawText());
        }

        await functions.SendAllAsync();

        Assert.All(before, result => Assert.Contains("\"SUCCEEDED\"", result, StringComparison.Ordinal));
        Assert.Equal(before, await Task.WhenAll(
            Mine.Select(async key => (await stack.GetAsync(key)).Body.GetRawText())));
    }

    [Fact(Timeout = 120_000)]
    public async Task Running_videos_end_with_theirs()
    {
        var functions = new Functions();
        await using var stack = await StackHarness.StartedAsync(configureServices: functions.Capture);
        stack.Engine.Holds = true;
        foreach (var key in Mine)
        {
            await stack.PutAsync(key);
        }

        await stack.Engine.FirstOpened;

        await functions.SendAllAsync();

        foreach (var key in Mine)
        {
            stack.Engine.LetOneEnd();
        }

        foreach (var key in Mine)
        {
            var result = await stack.ResultAsync(key);
            Assert.Equal("SUCCEEDED", result.GetProperty("status").GetString());
            Assert.Equal(stack.Engine.Faces.Sum(), result.GetProperty("detections").GetArrayLength());
        }
    }

    /// <summary>The functions of a stack, to be invoked as <c>sam local invoke</c> does.</summary>
    private sealed partial class Functions : IHostedService
    {
        private IFunctionInvoker? _invoker;

        public void Capture(IServiceCollection services) => services.AddSingleton<IHostedService>(provider =>
        {
            _invoker = provider.GetRequiredService<IFunctionInvoker>();
            return this;
        });

        public async Task SendAllAsync()
        {
            var rows = Row().Matches(
                await File.ReadAllTextAsync(Path.Combine(Events, "README.md"), TestContext.Current.CancellationToken));
            Assert.Equal(Directory.GetFiles(Events, "*.json").Length, rows.Count);
            foreach (var row in rows.Where(row => !Strange.Contains(row.Groups["file"].Value)))
            {
                var json = await File.ReadAllBytesAsync(
                    Path.Combine(Events, row.Groups["file"].Value), TestContext.Current.CancellationToken);
                var answer = await _invoker!
                    .InvokeAsync(row.Groups["function"].Value, json, TestContext.Current.CancellationToken);
                Assert.DoesNotContain(
                    "itemIdentifier", System.Text.Encoding.UTF8.GetString(answer.Span), StringComparison.Ordinal);
            }
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [GeneratedRegex(@"^\| `(?<file>[^`]+\.json)` \| `(?<function>\w+)` \|", RegexOptions.Multiline)]
        private static partial Regex Row();
    }
}
