using System.Text.Json;
using Amazon.Runtime;
using Amazon.SQS;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.LocalAws.Tests.Delivery;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Sqs;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Tests.Sqs;

/// <summary>The local SQS behind the real client, which compares checksums.</summary>
public sealed class SqsEndpointTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeInvoker _invoker = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
    private WebApplication _app = null!;
    private AmazonSQSClient _client = null!;

    [Theory]
    [InlineData("Backlog", "StartQueued")]
    [InlineData("Continuations", "ContinueCollection")]
    [InlineData("Announcements", "Announcements")]
    public async Task A_message_is_delivered_to_the_function_that_reads_the_queue(string queue, string reader)
    {
        await SendAsync(queue, "{\"key\":\"日本語.mp4\"}");

        var (function, payload) = await _invoker.NextCallAsync();
        using var json = JsonDocument.Parse(payload);
        Assert.Equal(reader, function);
        Assert.Equal("{\"key\":\"日本語.mp4\"}", json.RootElement.GetProperty("Records")[0]
            .GetProperty("body").GetString());
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_named() =>
        await Assert.ThrowsAsync<Amazon.SQS.Model.QueueDoesNotExistException>(() => SendAsync("Nowhere", "{}"));

    [Fact]
    public async Task A_delay_that_sqs_does_not_know_is_refused() =>
        await Assert.ThrowsAnyAsync<AmazonSQSException>(() => SendAsync("Backlog", "{}", delay: 901));

    [Fact]
    public async Task What_the_functions_do_not_use_is_refused() =>
        await Assert.ThrowsAsync<Amazon.SQS.Model.UnsupportedOperationException>(
            () => _client.ListQueuesAsync("", TestContext.Current.CancellationToken));

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrelOnAnyPort();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddLocalStorage(_folder.Path);
        builder.Services.AddLocalDelivery();
        builder.Services.AddSingleton<IFunctionInvoker>(_invoker);
        builder.Services.AddSingleton<SqsEndpoint>();
        _app = builder.Build();
        _app.Run(context => SqsEndpoint.Handles(context.Request)
            ? _app.Services.GetRequiredService<SqsEndpoint>().InvokeAsync(context)
            : Task.CompletedTask);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client = new(
            new BasicAWSCredentials("local", "local"),
            new AmazonSQSConfig { ServiceURL = _app.Urls.Single(), AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private async Task SendAsync(string queue, string body, int? delay = null) => await _client.SendMessageAsync(
        new()
        {
            QueueUrl = $"{_app.Urls.Single()}/000000000000/{queue}",
            MessageBody = body,
            DelaySeconds = delay,
        },
        TestContext.Current.CancellationToken);
}
