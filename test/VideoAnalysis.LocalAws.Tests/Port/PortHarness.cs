using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Port;
using VideoAnalysis.LocalAws.Rekognition;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.S3;
using VideoAnalysis.LocalAws.Sqs;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.LocalAws.Tests.Delivery;
using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.LocalAws.Tests.S3;

namespace VideoAnalysis.LocalAws.Tests.Port;

/// <summary>The port that the services share, with all of them behind it, and bytes sent to it as they are.</summary>
internal sealed class PortHarness : IAsyncDisposable
{
    /// <summary>How long the port may say nothing before the client says that no more will come.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(500);

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;
    private readonly ScriptedEngine _engine = new();

    private PortHarness(int connections)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Listen(IPAddress.Loopback, 0, listener => new ConnectionLimit(connections).Use(listener));
        });
        builder.Services.AddLocalStorage(_folder.Path);
        builder.Services.AddLocalDelivery();
        builder.Services.AddLocalS3();
        builder.Services.AddSingleton<IFunctionInvoker>(Invoker);
        builder.Services.AddSingleton<IVideoEngine>(_engine);
        builder.Services.AddSingleton<IJobObjects, StoredVideos>();
        builder.Services.AddSingleton<IFaceIndexer, ScriptedIndexer>();
        builder.Services.AddLocalRekognition();
        builder.Services.AddSingleton<SqsEndpoint>();
        builder.Services.AddSingleton<ServicesPort>();
        _app = builder.Build();
        _app.Run(_app.Services.GetRequiredService<ServicesPort>().HandleAsync);
    }

    public FakeInvoker Invoker { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public HttpClient Http { get; } = new();

    public static async Task<PortHarness> StartAsync(int connections = ConnectionLimit.Default)
    {
        var port = new PortHarness(connections);
        await port._app.StartAsync(TestContext.Current.CancellationToken);
        port.Http.BaseAddress = port.Address;
        using var s3 = SdkClients.S3(port.Address);
        await s3.PutObjectAsync(UploadTests.Request("film.mp4", [1, 2, 3]), TestContext.Current.CancellationToken);
        return port;
    }

    /// <summary>Opens a connection.</summary>
    public async Task<TcpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port, cancellationToken);
        return client;
    }

    /// <summary>Sends bytes, and reads until the port closes the connection.</summary>
    public async Task<string> SendAsync(byte[] request, CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        using var answer = new MemoryStream();
        try
        {
            var stream = client.GetStream();
            await stream.WriteAsync(request, cancellationToken);
            var copied = stream.CopyToAsync(answer, cancellationToken);

            // A request that is not whole is waited for; a whole one is dropped with a client that says no more.
            if (await Task.WhenAny(copied, Task.Delay(Silence, TimeProvider.System, cancellationToken)) != copied)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }

            await copied;
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            // The port has closed the connection while the request was being sent, or did not read all of it.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _engine.Dispose();
        _folder.Dispose();
    }
}
