using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Local.Api;
using VideoAnalysis.LocalAws.Tests.Delivery;

namespace VideoAnalysis.Local.Tests.Api;

/// <summary>The HTTP API on a port of its own, in front of functions that do what the test says.</summary>
internal sealed class ApiHarness : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiHarness()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrelOnAnyPort();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        var api = new HttpApi(ApiRoutes.All, Invoker, Time, NullLogger<HttpApi>.Instance);
        _app.Run(api.InvokeAsync);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    public FakeInvoker Invoker { get; } = new();

    public HttpClient Http { get; } =
        new(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(20) };

    public static async Task<ApiHarness> StartedAsync()
    {
        var harness = new ApiHarness();
        await harness._app.StartAsync(TestContext.Current.CancellationToken);
        harness.Http.BaseAddress = new Uri(harness._app.Urls.Single());
        harness.Answers("GetResults", """{"statusCode":200,"body":"{}"}""");
        return harness;
    }

    /// <summary>What a function answers from now on.</summary>
    public void Answers(string function, string json) => Invoker.Functions[function] = (_, _) => Task.FromResult(json);

    /// <summary>Sends a request line as it is, which no HTTP client does.</summary>
    /// <returns>The status, and the event that a function was invoked with.</returns>
    public async Task<(int Status, JsonElement Event)> SendRawAsync(string target, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Http.BaseAddress!.Host, Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        var lines = new[] { $"GET {target} HTTP/1.1", "Host: localhost:3000", "Connection: close" }.Concat(headers);
        await stream.WriteAsync(
            Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var response = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var status = int.Parse(response.Split(' ', 3)[1], System.Globalization.CultureInfo.InvariantCulture);
        return (status, status == 200 ? await NextEventAsync() : default);
    }

    /// <summary>The next event that a function was invoked with.</summary>
    public async Task<JsonElement> NextEventAsync()
    {
        var (_, payload) = await Invoker.NextCallAsync();
        using var document = JsonDocument.Parse(payload);
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
