using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Engine;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.LocalAws.Tests.S3;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>The local stack on free ports, with its own engine unless a test brings one.</summary>
internal sealed class StackUnderTest : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly LocalStack _stack;

    private StackUnderTest(LocalStack stack, TemporaryFolder folder) => (_stack, _folder) = (stack, folder);

    public Uri Api => _stack.Api;

    public Uri Services => _stack.Services;

    /// <summary>Starts it.</summary>
    /// <param name="engine">Looks at videos; null for the stack's own.</param>
    /// <param name="configure">Changes services.</param>
    /// <param name="prepare">Fills the data folder before anything runs in it.</param>
    /// <param name="analyses">
    /// What is done with an upload; null for all that the engine can, the stack's own faces only.
    /// </param>
    public static async Task<StackUnderTest> StartedAsync(
        IVideoEngine? engine = null,
        Action<IServiceCollection>? configure = null,
        Func<string, Task>? prepare = null,
        IReadOnlyList<string>? analyses = null)
    {
        var folder = new TemporaryFolder();
        var options = new LocalStackOptions
        {
            DataFolder = folder.Path,
            ServicesPort = 0,
            ApiPort = 0,
            LogLevel = LogLevel.Critical,
            Analyses = analyses ?? (engine is null ? ["faces"] : null),
        };
        try
        {
            await (prepare?.Invoke(folder.Path) ?? Task.CompletedTask);
            return new(await LocalStack.StartAsync(options, services =>
            {
                configure?.Invoke(services);
                Bring(engine, services);
            }), folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Uploads a video, as from outside of the page.</summary>
    public async Task PutAsync(string key, byte[] content, CancellationToken cancellationToken = default)
    {
        using var s3 = SdkClients.S3(Services);
        await s3.PutObjectAsync(
            new() { BucketName = "videos", Key = key, InputStream = new MemoryStream(content) }, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stack.DisposeAsync();
        _folder.Dispose();
    }

    private static void Bring(IVideoEngine? engine, IServiceCollection services)
    {
        if (engine is not null)
        {
            services.Replace(ServiceDescriptor.Singleton(engine));
        }
    }
}
