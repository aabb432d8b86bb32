using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Local.Announcing;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.EndToEnd;

/// <summary>The ends of analyses, posted to a receiver.</summary>
[Slow]
public sealed class WebhookTests
{
    private const int TimeLimit = 300_000;
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = TimeLimit)]
    public async Task The_end_of_an_analysis_is_posted_with_a_signature_and_its_results_can_be_read()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var stack = await StackHarness.StartedAsync(
            configure: options => options with { Webhook = new(receiver.Url, WebhookSecret.TryParse(Secret)) });

        await stack.PutAsync("a b?.mp4");
        var (headers, body) = await receiver.NextAsync();

        var said = JsonDocument.Parse(body).RootElement;
        Assert.Equal(
            ("a b?.mp4", "faces", "SUCCEEDED", "1"),
            (said.GetProperty("key").GetString(), said.GetProperty("analysis").GetString(),
                said.GetProperty("status").GetString(), said.GetProperty("version").GetString()));
        Assert.Equal(4, said.GetProperty("summary").GetProperty("detections").GetInt64());
        Assert.Equal(said.GetProperty("id").GetString(), headers["webhook-id"]);
        Assert.Equal(
            Signature(headers["webhook-id"], headers["webhook-timestamp"], body), headers["webhook-signature"]);
        using var results = JsonDocument.Parse(
            await stack.Http.GetStringAsync(new Uri(said.GetProperty("results").GetString()!), Token));
        Assert.Equal(4, results.RootElement.GetProperty("detections").GetArrayLength());
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_deletion_is_posted_without_an_address()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var stack =
            await StackHarness.StartedAsync(configure: options => options with { Webhook = new(receiver.Url) });
        await stack.PutAsync("film.mp4");
        await receiver.NextAsync();

        Assert.Equal(HttpStatusCode.NoContent,
            (await stack.Http.DeleteAsync(new Uri("results/film.mp4", UriKind.Relative), Token)).StatusCode);

        // An end is posted at least once: the first one may come again.
        var said = JsonDocument.Parse((await receiver.NextAsync()).Body).RootElement;
        while (said.GetProperty("status").GetString() == "SUCCEEDED")
        {
            said = JsonDocument.Parse((await receiver.NextAsync()).Body).RootElement;
        }

        Assert.Equal("DELETED", said.GetProperty("status").GetString());
        Assert.False(said.TryGetProperty("results", out _));
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_receiver_that_was_down_has_every_end_when_it_is_back()
    {
        await using var receiver = await Receiver.StartAsync();
        await receiver.StopAsync();
        await using var stack =
            await StackHarness.StartedAsync(configure: options => options with { Webhook = new(receiver.Url) });
        string[] keys = ["1.mp4", "2.mp4", "3.mp4"];
        foreach (var key in keys)
        {
            await stack.PutAsync(key);
            await stack.ResultAsync(key);
        }

        await receiver.StartAgainAsync(refusals: 3);

        var seen = new HashSet<string>();
        while (seen.Count < keys.Length)
        {
            seen.Add(JsonDocument.Parse((await receiver.NextAsync()).Body).RootElement.GetProperty("key").GetString()!);
        }

        Assert.Equal(keys, seen.Order());
        Assert.Equal(3, receiver.Refused);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_thousand_uploads_give_a_thousand_ends_and_each_can_be_read_when_it_is_posted()
    {
        const int Uploads = 1_000;
        await using var receiver = await Receiver.StartAsync();
        await using var stack = await StackHarness.StartedAsync(configure: options => options with
        {
            Webhook = new(receiver.Url),
            Rekognition = new() { JobLimit = Uploads, Workers = 2, Gathering = TimeSpan.Zero },
        });

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Uploads),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token },
            async (i, _) => await stack.PutAsync($"{i}.mp4"));
        var ids = new HashSet<string>();
        while (ids.Count < Uploads)
        {
            var said = JsonDocument.Parse((await receiver.NextAsync()).Body).RootElement;
            using var results = JsonDocument.Parse(
                await stack.Http.GetStringAsync(new Uri(said.GetProperty("results").GetString()!), Token));
            Assert.Equal("SUCCEEDED", results.RootElement.GetProperty("analyses")
                .GetProperty("faces").GetProperty("status").GetString());
            ids.Add($"{said.GetProperty("key").GetString()} {said.GetProperty("id").GetString()}");
        }

        Assert.Equal(Uploads, ids.Select(id => id.Split(' ')[0]).Distinct().Count());
    }

    [Theory]
    [InlineData(Secret, true)]
    [InlineData("whsec_c2hvcnQ=", false)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false)]
    [InlineData("whsec_!", false)]
    public void A_secret_is_that_of_standard_webhooks(string text, bool isOne) =>
        Assert.Equal(isOne, WebhookSecret.TryParse(text) is not null);

    // The example of Standard Webhooks' own libraries.
    [Fact]
    public void A_signature_is_that_of_standard_webhooks() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSecret.TryParse(Secret)!.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", """{"test": 2432232314}"""));

    private static string Signature(string id, string timestamp, string body)
    {
        var key = Convert.FromBase64String(Secret["whsec_".Length..]);
        var signed = Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}");
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}";
    }

    private sealed class Receiver : IAsyncDisposable
    {
        private readonly Channel<(Dictionary<string, string> Headers, string Body)> _received =
            Channel.CreateUnbounded<(Dictionary<string, string> Headers, string Body)>();

        private WebApplication _app = null!;
        private int _refusals;

        public Uri Url { get; private set; } = new("http://127.0.0.1:0/ended");

        public int Refused { get; private set; }

        public static async Task<Receiver> StartAsync()
        {
            var receiver = new Receiver();
            await receiver.StartAgainAsync(refusals: 0);
            receiver.Url = new Uri(new Uri(receiver._app.Urls.Single()), "/ended");
            return receiver;
        }

        public async Task StartAgainAsync(int refusals)
        {
            _refusals = refusals;
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, Url.Port));
            _app = builder.Build();
            _app.MapPost("/ended", ReceiveAsync);
            await _app.StartAsync(Token);
        }

        public async Task StopAsync()
        {
            await _app.StopAsync(Token);
            await _app.DisposeAsync();
        }

        public ValueTask<(Dictionary<string, string> Headers, string Body)> NextAsync() =>
            _received.Reader.ReadAsync(Token);

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task<IResult> ReceiveAsync(HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            if (Interlocked.Decrement(ref _refusals) >= 0)
            {
                Refused++;
                return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }

            await _received.Writer.WriteAsync((request.Headers.ToDictionary(header =>
                header.Key.ToLowerInvariant(), header => header.Value.ToString()), body));
            return TypedResults.NoContent();
        }
    }
}
