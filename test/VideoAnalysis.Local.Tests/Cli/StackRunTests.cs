using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Remote;
using VideoAnalysis.Local.Tests.EndToEnd;

namespace VideoAnalysis.Local.Tests.Cli;

/// <summary>Tests of commands that ask the API of a local stack.</summary>
/// <param name="realEngine">Whether the videos are looked at; otherwise the engine sees 1, 2, 0 and 1 faces.</param>
public abstract class StackRunTests(bool realEngine = false) : IAsyncLifetime
{
    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected StringWriter Output { get; } = new();

    private protected StringWriter Error { get; } = new();

    private protected StackHarness Stack { get; private set; } = null!;

    private protected ApiClient Api { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Stack = await StackHarness.StartedAsync(realEngine: realEngine);
        Api = new(Stack.Http.BaseAddress!, new OpenAccess(), TimeProvider.System);
    }

    public virtual async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Output.DisposeAsync();
        await Error.DisposeAsync();
        await Stack.DisposeAsync();
    }

    /// <summary>Waits until the analyses of a video have ended.</summary>
    private protected Task<int> WatchAsync(string key) =>
        new ResultsRun(Api, TextWriter.Null, TextWriter.Null, new([], () => Stream.Null), TimeProvider.System)
            .RunAsync(key, DetectionFilter.None, watch: true, Token);
}
