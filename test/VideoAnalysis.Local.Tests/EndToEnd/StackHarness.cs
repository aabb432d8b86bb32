using System.Net;
using System.Text.Json;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Engine;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.LocalAws.Tests.S3;

namespace VideoAnalysis.Local.Tests.EndToEnd;

/// <summary>
/// The whole local stack on free ports, with a simulated engine where a test is not about the real one.
/// </summary>
internal sealed class StackHarness : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly LocalStack _stack;

    private StackHarness(LocalStack stack, TemporaryFolder folder, ScriptedEngine engine)
    {
        _stack = stack;
        _folder = folder;
        Engine = engine;
        Http.BaseAddress = stack.Api;
        S3 = SdkClients.S3(stack.Services);
    }

    public ScriptedEngine Engine { get; }

    public AmazonS3Client S3 { get; }

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(60) };

    public Uri Services => _stack.Services;

    public static async Task<StackHarness> StartedAsync(
        bool realEngine = false,
        Func<LocalStackOptions, LocalStackOptions>? configure = null,
        Action<IServiceCollection>? configureServices = null)
    {
        var folder = new TemporaryFolder();
        var engine = new ScriptedEngine();
        var options = new LocalStackOptions
        {
            DataFolder = folder.Path,
            ServicesPort = 0,
            ApiPort = 0,
            LogLevel = LogLevel.Critical,
            Analyses = realEngine ? ["faces"] : null,
        };
        LocalStack stack;
        try
        {
            stack = await StartAsync(
                configure?.Invoke(options) ?? options, realEngine ? null : engine, configureServices);
        }
        catch
        {
            engine.Dispose();
            folder.Dispose();
            throw;
        }

        return new(stack, folder, engine);
    }

    /// <summary>Uploads some bytes.</summary>
    public Task PutAsync(string key, byte[]? content = null) => S3.PutObjectAsync(
        new() { BucketName = "videos", Key = key, InputStream = new MemoryStream(content ?? [1, 2, 3]) },
        TestContext.Current.CancellationToken);

    /// <summary>Asks for a video, by its path.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(string key, string query = "")
    {
        var path = string.Join('/', key.Split('/').Select(Uri.EscapeDataString));
        return await GetPathAsync($"/results/{path}{query}");
    }

    /// <summary>Asks for any path.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> GetPathAsync(string path)
    {
        // Without it a Uri takes dot segments away, and a key may have them.
        var uri = new Uri(
            Http.BaseAddress!.AbsoluteUri.TrimEnd('/') + path,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var response = await Http.GetAsync(uri, TestContext.Current.CancellationToken);
        await using var content = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var document = await JsonDocument.ParseAsync(content, default, TestContext.Current.CancellationToken);
        return (response.StatusCode, document.RootElement.Clone());
    }

    /// <summary>Waits until a video's analysis has ended.</summary>
    public async Task<JsonElement> ResultAsync(string key)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            var (status, body) = await GetAsync(key);
            if (status == HttpStatusCode.OK && body.GetProperty("status").GetString() is "SUCCEEDED" or "FAILED")
            {
                return body;
            }
        }

        throw new OperationCanceledException();
    }

    private static Task<LocalStack> StartAsync(
        LocalStackOptions options, ScriptedEngine? engine, Action<IServiceCollection>? configureServices) =>
            LocalStack.StartAsync(
        options,
        services =>
        {
            configureServices?.Invoke(services);
            if (engine is not null)
            {
                services.Replace(ServiceDescriptor.Singleton<IVideoEngine>(engine));
            }
        },
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        S3.Dispose();
        Http.Dispose();
        await _stack.DisposeAsync();
        Engine.Dispose();
        _folder.Dispose();
    }
}
